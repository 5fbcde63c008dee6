package dev.lamina.app.studio.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.edit.History.Step;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FixesViewModelTest {
    private static final String KEYS = """
            kernel:
              image: lamina/kernel
              cmdline: console=ttyS0
            init: [lamina/init, lamina/runtime]
            services:
              - name: a # first
                image: lamina/httpd
                capabilites: []
              - name: b
                image: lamina/httpd
                capabilites: [CAP_CHOWN]
            """;

    @TempDir
    Path home = Path.of("");

    private Desk desk;
    private DocumentSession session;
    private ProblemsViewModel problems;
    private FixesViewModel fixes;

    @BeforeEach
    void open() {
        open(KEYS);
    }

    private void open(String text) {
        desk = Sessions.desk(home);
        session = Sessions.session(desk, text);
        problems = new ProblemsViewModel(session, desk);
        fixes = new FixesViewModel(problems, desk);
    }

    private ProblemEntry entry(String code) {
        return problems.entries().stream()
                .filter(entry -> entry.finding().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Beside.Planned planned() {
        return (Beside.Planned) fixes.beside().get();
    }

    @Test
    void oneFixIsOneStepOfTheHistoryAndTheNextProblemIsSelected() {
        problems.select(entry("SCH01"));
        fixes.fix(entry("SCH01"));
        assertThat(session.text().get()).isEqualTo(KEYS.replaceFirst("capabilites", "capabilities"));
        assertThat(session.history().get().steps())
                .map(Step::label)
                .containsExactly("Opened", "Fix a: Write capabilities");
        assertThat(problems.selected().get().orElseThrow().component()).isEqualTo("b");
    }

    @Test
    void aFixWaitsForTheReviewOfWhatWasTyped() {
        HeldBackground background = new HeldBackground();
        Desk slow = Sessions.desk(home, background);
        DocumentSession typing = Sessions.session(slow, KEYS);
        ProblemsViewModel list = new ProblemsViewModel(typing, slow);
        FixesViewModel mending = new FixesViewModel(list, slow);
        background.work();
        ProblemEntry first = list.entries().getFirst();
        typing.type("# typed\n" + KEYS);
        mending.fix(first);
        assertThat(typing.text().get()).isEqualTo("# typed\n" + KEYS);
        background.work();
        assertThat(typing.text().get()).isEqualTo("# typed\n" + KEYS.replaceFirst("capabilites", "capabilities"));
    }

    @Test
    void allOfAKindAreMendedByOneStepAfterALook() {
        assertThat(fixes.ofKind(entry("SCH01"))).isEqualTo(2);
        fixes.planKind(entry("SCH01"));
        FixPlan plan = planned().plan();
        assertThat(plan.change().label()).isEqualTo("Fix 2 × SCH01");
        assertThat(plan.added()).isEqualTo(2);
        assertThat(plan.removed()).isEqualTo(2);
        assertThat(plan.lines())
                .contains(
                        new DiffLine(DiffLine.Kind.REMOVED, 8, "    capabilites: []"),
                        new DiffLine(DiffLine.Kind.ADDED, 8, "    capabilities: []"));
        assertThat(session.text().get()).isEqualTo(KEYS);

        fixes.apply(plan);
        assertThat(session.text().get()).isEqualTo(KEYS.replace("capabilites", "capabilities"));
        assertThat(session.history().get().steps()).map(Step::label).containsExactly("Opened", "Fix 2 × SCH01");
        assertThat(fixes.beside().get()).isEqualTo(new Beside.Explained());
        session.undo();
        assertThat(session.text().get()).isEqualTo(KEYS);
    }

    @Test
    void aPreviewFollowsTheText() {
        fixes.planKind(entry("SCH01"));
        session.type(KEYS.replaceFirst("capabilites", "capabilities"));
        assertThat(planned().plan().change().label()).isEqualTo("Fix 1 × SCH01");
        session.type(KEYS.replace("capabilites", "capabilities"));
        assertThat(fixes.beside().get()).isEqualTo(new Beside.Explained());
    }

    @Test
    void fixesThatClashAreLeftAndCounted() {
        open("""
                kernel:
                  image: lamina/kernel
                  cmdline: console=ttyS0 console=tty0 nokaslr
                init: [lamina/init, lamina/runtime]
                """);
        session.profile().set(Profile.RESTRICTED);
        fixes.planAll();
        assertThat(planned().plan().made()).map(Finding::code).contains("KRN02", "KRN01");
        assertThat(planned().plan().left()).map(Finding::code).contains("KRN03");
    }

    @Test
    void whatNeedsADecisionSaysSo() {
        open(Samples.SHOP);
        assertThat(fixes.blocked(entry("PRV04"))).isEqualTo("This needs a decision; the explanation says what to do");
        assertThat(fixes.ofKind(entry("PRV04"))).isEqualTo(0);
        assertThat(fixes.blocked(entry("SCH01"))).isEmpty();
    }

    @Test
    void aWaiverIsWrittenAboveTheComponentAndCounts() {
        open(Samples.SHOP);
        AllowViewModel allow = new AllowViewModel(problems, entry("PRV14"), LocalDate.of(2026, 11, 27));
        assertThat(allow.blocked().get()).isEqualTo("Say why: the next person who reads it will ask");
        allow.reason().set("it watches\nall processes");
        assertThat(allow.blocked().get()).isEmpty();
        allow.until().set(LocalDate.of(2099, 12, 31));
        assertThat(allow.write()).isTrue();
        assertThat(session.text().get())
                .contains("  # watches all processes\n"
                        + "  # lamina: allow PRV14 until 2099-12-31 because it watches all processes\n"
                        + "  - name: node-exporter\n");
        assertThat(session.history().get().steps())
                .map(Step::label)
                .containsExactly("Opened", "Allow PRV14 for node-exporter");
        assertThat(entry("PRV14").standing()).isEqualTo(ProblemEntry.Standing.ALLOWED);
        assertThat(allow.write()).isFalse();
    }

    @Test
    void whatCannotBeBuiltCannotBeAllowed() {
        assertThat(AllowViewModel.blocked(entry("SCH01")))
                .isEqualTo("This cannot be allowed, as the system cannot be built with it");
    }
}
