package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.problems.ProblemEntry.Standing;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Fixing;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.validate.WaiverText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The words of a waiver: until when, and why. It becomes a comment above the component.
final class AllowViewModel {
    private static final Texts TEXTS = Texts.of(AllowViewModel.class);

    /// Long enough to get something done about it.
    private static final int USUAL_DAYS = 90;

    /// What the reader refuses cannot be built, whoever allows it; and a waiver of waivers would be none.
    private static final Set<String> NEVER = Set.of("SCH01", "SCH02", "SCH03", "SCH07", "WVR01");

    private final ProblemsViewModel problems;
    private final DocumentSession session;
    private final ProblemEntry entry;
    private final LocalDate today;
    private final ObjectProperty<LocalDate> until = new SimpleObjectProperty<>();
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringBinding blocked = Bindings.createStringBinding(this::whyNot, until, reason);

    AllowViewModel(ProblemsViewModel problems, ProblemEntry entry, LocalDate today) {
        this.problems = problems;
        this.session = problems.session();
        this.entry = entry;
        this.today = today;
        until.set(today.plusDays(USUAL_DAYS));
    }

    /// Why a finding cannot be allowed at all; empty when it can.
    static String blocked(ProblemEntry entry) {
        if (entry.standing() != Standing.FOUND) {
            return TEXTS.get(entry.standing() == Standing.ALLOWED ? "allow.already" : "fix.earlier");
        }
        return NEVER.contains(entry.finding().code()) || entry.place().isEmpty() ? TEXTS.get("allow.never") : "";
    }

    /// The last day on which it counts.
    ObjectProperty<LocalDate> until() {
        return until;
    }

    StringProperty reason() {
        return reason;
    }

    /// Why it cannot be written yet; empty when it can.
    StringBinding blocked() {
        return blocked;
    }

    private String whyNot() {
        if (until.get() == null || until.get().isBefore(today)) {
            return TEXTS.get("allow.over");
        }
        return reason.get().isBlank() ? TEXTS.get("allow.noReason") : "";
    }

    /// Writes the comment above the component, wherever that is by now.
    ///
    /// @return whether there was something to write
    boolean write() {
        Optional<ProblemEntry> now = problems.find(entry.key());
        if (!blocked.get().isEmpty()) {
            return false;
        }
        if (now.isEmpty()) {
            session.say(String.valueOf(Fixing.changed().getMessage()));
            return false;
        }
        String text = session.text().get();
        String code = entry.finding().code();
        String path = now.get().finding().path();
        LocalDate last = until.get();
        String words = reason.get();
        session.rewrite(TEXTS.get("step.allow", code, entry.component()), document -> {
            Fixing.require(text, document);
            return WaiverText.add(document, path, code, last, words)
                    .orElseThrow(() -> new InputException(TEXTS.get("allow.nowhere"), TEXTS.get("allow.nowhere.hint")));
        });
        return true;
    }
}
