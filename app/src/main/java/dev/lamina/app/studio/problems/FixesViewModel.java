package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Background.Job;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.problems.ProblemEntry.Standing;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Fixing;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Fix;
import dev.lamina.model.edit.Change;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Mends findings: one at once, several after a look at what would change. All that one call mends is one step of the
/// history.
final class FixesViewModel {
    private static final Texts TEXTS = Texts.of(FixesViewModel.class);

    private final ProblemsViewModel problems;
    private final DocumentSession session;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<Beside> beside = new ReadOnlyObjectWrapper<>(new Beside.Explained());
    private Optional<ProblemEntry.Key> waiting = Optional.empty();
    private Optional<String> plannedCode = Optional.empty();
    private Job planning = () -> {};

    /// How often something was planned: only the last plan is shown.
    private int plans;

    FixesViewModel(ProblemsViewModel problems, Desk desk) {
        this.problems = problems;
        this.session = problems.session();
        this.desk = desk;
        problems.refreshed().subscribe(count -> follow());
    }

    /// What stands beside the list.
    ReadOnlyObjectProperty<Beside> beside() {
        return beside.getReadOnlyProperty();
    }

    /// How many of the same kind a click would mend.
    int ofKind(ProblemEntry entry) {
        return fixable(Optional.of(entry.finding().code())).size();
    }

    private List<Finding> fixable(Optional<String> code) {
        return problems.entries().stream()
                .filter(entry -> entry.standing() == Standing.FOUND)
                .map(ProblemEntry::finding)
                .filter(finding -> finding.fix().isPresent())
                .filter(finding -> code.isEmpty() || finding.code().equals(code.get()))
                .toList();
    }

    /// Why a finding cannot be mended by a click; empty when it can.
    String blocked(ProblemEntry entry) {
        return switch (entry.standing()) {
            case EARLIER -> TEXTS.get("fix.earlier");
            case ALLOWED -> TEXTS.get("fix.allowed");
            case FOUND -> entry.finding().fix().isPresent() ? "" : TEXTS.get("fix.none");
        };
    }

    /// Mends one. While somebody types it waits for the review of what they typed.
    void fix(ProblemEntry entry) {
        if (!blocked(entry).isEmpty()) {
            return;
        }
        if (!problems.reviewed().isOfNewestText()) {
            waiting = Optional.of(entry.key());
            return;
        }
        Fix fix = entry.finding().fix().orElseThrow();
        String label = TEXTS.get("step.fix", entry.component(), fix.label());
        problems.advance();
        session.apply(Fixing.in(session.text().get(), new Change(label, fix.edits())));
    }

    private void follow() {
        if (problems.reviewed().isOfNewestText()) {
            Optional<ProblemEntry> due = waiting.flatMap(problems::find);
            waiting = Optional.empty();
            due.ifPresent(this::fix);
        }
        if (beside.get() instanceof Beside.Planned(FixPlan plan)
                && !plan.before().equals(session.text().get())) {
            plan(plannedCode);
        }
    }

    /// Shows what mending all findings of the same rule would change.
    void planKind(ProblemEntry entry) {
        plan(Optional.of(entry.finding().code()));
    }

    /// Shows what mending everything would change that needs no decision.
    void planAll() {
        plan(Optional.empty());
    }

    private void plan(Optional<String> code) {
        List<Finding> findings = fixable(code);
        planning.cancel();
        if (findings.isEmpty() || problems.reviewed().newest().isEmpty()) {
            explain();
            return;
        }
        plannedCode = code;
        SourceText document = problems.reviewed().newest().get().documents().getFirst();
        IntFunction<String> label = made ->
                code.map(rule -> TEXTS.get("step.fixKind", made, rule)).orElseGet(() -> TEXTS.get("step.fixAll", made));
        plans++;
        int now = plans;
        beside.set(new Beside.Planning());
        planning = desk.background()
                .start(
                        TEXTS.get("planning"),
                        reporter -> FixPlan.of(document, findings, label),
                        plan -> {
                            if (plans == now && beside.get() instanceof Beside.Planning) {
                                beside.set(new Beside.Planned(plan));
                            }
                        },
                        problem -> explain());
    }

    /// Why what is planned cannot be done now; empty when it can.
    String blocked(FixPlan plan) {
        return plan.made().isEmpty() ? TEXTS.get("plan.nothing") : "";
    }

    void apply(FixPlan plan) {
        if (blocked(plan).isEmpty()) {
            explain();
            problems.advance();
            session.apply(Fixing.in(plan.before(), plan.change()));
        }
    }

    void allow(ProblemEntry entry) {
        beside.set(new Beside.Allowing(entry));
    }

    /// Leaves whatever stands beside the list.
    void explain() {
        beside.set(new Beside.Explained());
    }
}
