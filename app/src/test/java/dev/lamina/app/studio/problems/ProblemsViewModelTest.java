package dev.lamina.app.studio.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.problems.ProblemEntry.Standing;
import dev.lamina.app.studio.problems.ProblemRow.Heading;
import dev.lamina.app.studio.problems.ProblemRow.Item;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProblemsViewModelTest {
    @TempDir
    Path home = Path.of("");

    private DocumentSession session;
    private ProblemsViewModel problems;

    @BeforeEach
    void open() {
        Desk desk = Sessions.desk(home);
        session = Sessions.session(desk, Samples.SHOP);
        problems = new ProblemsViewModel(session, desk);
    }

    private static List<ProblemEntry> items(ProblemsViewModel problems) {
        return problems.rows().stream()
                .filter(Item.class::isInstance)
                .map(row -> ((Item) row).entry())
                .toList();
    }

    private List<String> codes() {
        return items(problems).stream().map(entry -> entry.finding().code()).toList();
    }

    private ProblemEntry entry(String code) {
        return items(problems).stream()
                .filter(entry -> entry.finding().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDocumentThatHasNothingYetHasNoProblems() {
        for (String nothing : List.of("", "\n", "# mine\n")) {
            DocumentSession session = Sessions.session(Sessions.desk(home), nothing);
            assertThat(session.reviewed().get().orElseThrow().validation().findings())
                    .as(nothing)
                    .isEmpty();
        }
    }

    @Test
    void theMostSeriousComeFirstThenTheOrderOfTheDocument() {
        assertThat(items(problems))
                .isSortedAccordingTo(Comparator.<ProblemEntry, Severity>comparing(
                                entry -> entry.finding().severity())
                        .thenComparing(entry -> entry.finding().span().line()));
        assertThat(codes()).startsWith("SCH01", "PRV04", "PRV03", "FIL01");
        assertThat(problems.summary().get().words()).isEqualTo("1 error, 4 critical, 5 high, 1 warning");
        assertThat(problems.summary().get().fewWords()).isEqualTo("1 error, 4 critical");
        assertThat(problems.summary().get().worst()).contains(Severity.ERROR);
    }

    @Test
    void aFilterHidesOthersButCountsThem() {
        problems.filter().set(ProblemFilter.ALL.query("node-exporter SYS_PTRACE"));
        assertThat(codes()).containsExactly("PRV04");
        problems.filter().set(ProblemFilter.ALL.show(Severity.ERROR, false).show(Severity.CRITICAL, false));
        assertThat(codes()).doesNotContain("SCH01", "PRV04").contains("PRV14");
        assertThat(problems.summary().get().count(Severity.CRITICAL)).isEqualTo(4);
    }

    @Test
    void whatAWaiverAllowsIsShownOnWish() {
        assertThat(problems.summary().get().allowed()).isEqualTo(1);
        int before = problems.rows().size();
        problems.filter().set(ProblemFilter.ALL.allowed(true));
        assertThat(items(problems))
                .hasSize(before + 1)
                .anyMatch(entry -> entry.standing() == Standing.ALLOWED
                        && entry.component().equals("shell"));
    }

    @Test
    void groupsAreInTheOrderOfTheirWorstAndCanBeClosed() {
        problems.grouping().set(Grouping.COMPONENT);
        assertThat(problems.rows()).first().isEqualTo(new Heading("services[1]", "web", 2, Severity.ERROR, true));
        Heading second = problems.rows().stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(second.title()).isEqualTo("node-exporter");
        problems.toggle(second);
        assertThat(items(problems)).noneMatch(entry -> entry.component().equals("node-exporter"));
        problems.toggle(new Heading(second.key(), second.title(), second.count(), second.worst(), false));
        assertThat(items(problems)).anyMatch(entry -> entry.component().equals("node-exporter"));
    }

    @Test
    void theSelectedOneStaysSelectedWhileLinesMove() {
        problems.select(entry("PRV03"));
        int line = entry("PRV03").finding().span().line();
        session.type("# one more line\n" + Samples.SHOP);
        ProblemEntry now = problems.selected().get().orElseThrow();
        assertThat(now.finding().code()).isEqualTo("PRV03");
        assertThat(now.finding().span().line()).isEqualTo(line + 1);
        assertThat(problems.rows().get(problems.selectedRow())).isEqualTo(new Item(now));
    }

    @Test
    void steppingGoesRoundAndShowsThePlace() {
        problems.step(1);
        assertThat(problems.selected().get().orElseThrow().finding().code()).isEqualTo("SCH01");
        assertThat(session.selection().revealed().get()).contains("services[1]");
        problems.step(-1);
        assertThat(problems.selectedRow()).isEqualTo(problems.rows().size() - 1);
        problems.step(1);
        assertThat(problems.selectedRow()).isEqualTo(0);
    }

    @Test
    void theWorstOfAComponentThatIsSelectedElsewhereIsSelected() {
        session.selection().only(new Place(Lane.SERVICES, 2));
        assertThat(problems.selected().get().orElseThrow().finding().code()).isEqualTo("FIL01");
        problems.select(entry("PRV04"));
        problems.jump(entry("PRV04"));
        assertThat(problems.selected().get().orElseThrow().finding().code()).isEqualTo("PRV04");
    }

    @Test
    void steppingPassesHeadings() {
        problems.grouping().set(Grouping.SEVERITY);
        problems.step(1);
        problems.step(1);
        assertThat(problems.rows().get(problems.selectedRow())).isInstanceOf(Item.class);
        assertThat(problems.selected().get().orElseThrow().finding().code()).isEqualTo("PRV04");
    }

    @Test
    void aTextThatIsNoYamlKeepsWhatWasFoundBefore() {
        int before = problems.summary().get().total();
        session.type(Samples.SHOP + "  - {");
        assertThat(items(problems).getFirst().standing()).isEqualTo(Standing.FOUND);
        assertThat(items(problems).stream()
                        .filter(entry -> entry.standing() == Standing.EARLIER)
                        .count())
                .isEqualTo(before);
        problems.jump(items(problems).getFirst());
        assertThat(session.selection().revealedSpan().get())
                .contains(items(problems).getFirst().finding().span());
        session.type(Samples.SHOP);
        assertThat(problems.summary().get().total()).isEqualTo(before);
        assertThat(items(problems)).allMatch(entry -> entry.standing() == Standing.FOUND);
    }

    @Test
    void findingsOfAnOlderTextAreMarkedAfterAWhile() {
        HeldBackground background = new HeldBackground();
        Desk desk = Sessions.desk(home, background);
        DocumentSession slow = Sessions.session(desk, Samples.SHOP);
        ProblemsViewModel list = new ProblemsViewModel(slow, desk);
        background.work();
        slow.type(Samples.SHOP + "# more\n");
        assertThat(list.stale().get()).isFalse();
        background.runLater();
        assertThat(list.stale().get()).isTrue();
        assertThat(list.rows()).isNotEmpty();
        background.work();
        assertThat(list.stale().get()).isFalse();
    }

    @Test
    void theProfileDecidesWhatIsFound() {
        int before = problems.summary().get().total();
        session.profile().set(Profile.RESTRICTED);
        assertThat(problems.summary().get().total()).isGreaterThan(before);
    }

    @Test
    void whatNobodyLookedAtIsToldInWords() {
        assertThat(SkippedWords.of(problems.skipped().get()))
                .contains("3 rules did not look at nginx:1.27, postgres, prom/node-exporter:v1.8.0: not in the store."
                        + " Pull them to have everything reviewed.");
        assertThat(SkippedWords.brief(problems.skipped().get()))
                .isEqualTo("6 rules could not look at everything: 6 images are not in the store.");
        assertThat(SkippedWords.brief(List.of())).isEmpty();
    }
}
