package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.editor.Marks.Mark;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditorViewModelTest {
    private static final String WEB = """
        # a web server
        kernel:
          image: lamina/kernel
        init: [lamina/init, lamina/runtime]
        services:
          - name: web # main
            image: lamina/httpd
            capabilities: [all]
        """;

    @TempDir
    Path home;

    private final DirectBackground background = new DirectBackground();
    private final List<TextChange> changes = new ArrayList<>();
    private final List<Integer> revealed = new ArrayList<>();
    private DocumentSession session;
    private EditorViewModel model;

    @BeforeEach
    void open() {
        open(WEB);
    }

    private void open(String text) {
        session = Sessions.session(Sessions.desk(home, background), text);
        model = new EditorViewModel(session, background, new EditorArea() {
            @Override
            public void change(TextChange change) {
                changes.add(change);
            }

            @Override
            public void reveal(int offset) {
                revealed.add(offset);
            }
        });
    }

    @Test
    void whatIsTypedReachesTheDocumentAndDoesNotComeBack() {
        model.typed(new TextChange(WEB.indexOf("web #"), 3, "www"));
        assertThat(session.text().get()).isEqualTo(WEB.replace("name: web", "name: www"));
        assertThat(changes).isEmpty();
    }

    @Test
    void aGestureArrivesAsTheSmallestChange() {
        session.apply(Change.of("Rename web", new Edit.Set("services[0].name", "wiki")));
        assertThat(changes).containsExactly(new TextChange(WEB.indexOf("web #") + 1, 2, "iki"));
        assertThat(model.shown()).isEqualTo(session.text().get());
        session.undo();
        assertThat(model.shown()).isEqualTo(WEB);
    }

    @Test
    void aCrlfDocumentStaysOneByteForByte() {
        open("\uFEFF" + WEB.replace("\n", "\r\n"));
        assertThat(model.shown()).isEqualTo(WEB);
        model.typed(new TextChange(WEB.indexOf("init:"), 0, "# x\n"));
        assertThat(session.text().get())
                .isEqualTo(("\uFEFF" + WEB.replace("init:", "# x\ninit:")).replace("\n", "\r\n"));
        session.apply(Change.of("Rename web", new Edit.Set("services[0].name", "www")));
        assertThat(session.text().get()).contains("name: www # main\r\n").doesNotContain("\n\n");
        assertThat(model.shown()).isEqualTo(session.text().get().substring(1).replace("\r\n", "\n"));
    }

    @Test
    void findingsAreMarkedWhereTheyAreAndMoveWithTheText() {
        int place = WEB.indexOf("all]");
        assertThat(codes(place)).contains("PRV01");
        model.typed(new TextChange(0, 0, "# one more line\n"));
        assertThat(codes(place + "# one more line\n".length())).contains("PRV01");
    }

    private List<String> codes(int offset) {
        return model.marks().get().all().stream()
                .filter(mark -> mark.from() <= offset && offset < mark.to())
                .map(mark -> mark.finding().code())
                .toList();
    }

    @Test
    void whatSpansSeveralLinesIsMarkedInTheFirst() {
        assertThat(model.marks().get().all())
                .isNotEmpty()
                .allSatisfy(mark ->
                        assertThat(WEB.substring(mark.from(), mark.to())).doesNotContain("\n"));
    }

    @Test
    void marksThatAChangeTouchesAreGone() {
        Mark mark = model.marks().get().all().getFirst();
        Marks after = model.marks().get().after(new TextChange(Math.max(0, mark.from() - 1), 3, "\n\n"));
        assertThat(after.all()).extracting(Mark::finding).doesNotContain(mark.finding());
    }

    @Test
    void selectingACardRevealsItsText() {
        session.selection().only(new Place(Lane.SERVICES, 0));
        assertThat(revealed).containsExactly(WEB.indexOf("name: web"));
        session.selection().reveal("services[0].capabilities[0]");
        assertThat(revealed).last().isEqualTo(WEB.indexOf("all]"));
    }

    @Test
    void theCaretSelectsTheCardThatItIsInAndIsNotMovedByThat() {
        model.caretMoved(WEB.indexOf("httpd"));
        assertThat(session.selection().places()).isEmpty();
        background.runLater();
        assertThat(session.selection().single().get()).isEqualTo(Optional.of(new Place(Lane.SERVICES, 0)));
        assertThat(revealed).isEmpty();
    }

    @Test
    void aCaretBetweenComponentsLeavesTheSelection() {
        session.selection().only(Place.KERNEL);
        model.caretMoved(WEB.indexOf("services:"));
        background.runLater();
        assertThat(session.selection().single().get()).contains(Place.KERNEL);
    }

    @Test
    void aFixIsOneStepWithItsName() {
        Mark mark = model.marks().get().all().stream()
                .filter(each -> each.finding().fix().isPresent())
                .findFirst()
                .orElseThrow();
        model.fix(mark.finding());
        assertThat(session.history().get().undoable().orElseThrow().label())
                .isEqualTo(mark.finding().fix().orElseThrow().label());
    }

    @Test
    void aFixOfAnEarlierTextIsNotMade() {
        Mark mark = model.marks().get().all().stream()
                .filter(each -> each.finding().fix().isPresent())
                .findFirst()
                .orElseThrow();
        String other = WEB.replace("services:\n", "services:\n  - name: first\n    image: lamina/httpd\n");
        session.type(other);
        model.fix(mark.finding());
        assertThat(session.text().get()).isEqualTo(other);
        assertThat(session.message().get()).isEqualTo("That failed: the text has changed meanwhile");
    }

    @Test
    void replacingAllIsOneStep() {
        FindModel find = new FindModel(model, background);
        find.open().set(true);
        find.query().set("lamina/");
        assertThat(find.message().get()).isEqualTo("4 matches");
        find.replacement().set("mine/");
        find.replaceAll();
        assertThat(session.text().get()).isEqualTo(WEB.replace("lamina/", "mine/"));
        assertThat(session.history().get().steps()).hasSize(2);
        find.regex().set(true);
        find.query().set("(");
        assertThat(find.wrong().get()).isTrue();
        assertThat(find.message().get()).startsWith("This is no regular expression");
    }

    @Test
    void linesAreGoneToByNumber() {
        GoToModel goTo = new GoToModel(model);
        assertThat(goTo.line("3")).hasValue(WEB.indexOf("  image: lamina/kernel"));
        assertThat(goTo.line("3:5")).hasValue(WEB.indexOf("  image: lamina/kernel") + 4);
        assertThat(goTo.line("999999999")).hasValue(WEB.length());
        assertThat(goTo.line("abc")).isEmpty();
        assertThat(goTo.symbols("web")).extracting(Symbols.Symbol::place).containsExactly(new Place(Lane.SERVICES, 0));
    }

    @Test
    void theStatusSaysWhereTheCaretIs() {
        assertThat(EditorStatus.of(1234, 0, 5, "CRLF", model.lines()))
                .isEqualTo("Line 1235, column 1 · 5 selected · CRLF · 2 spaces");
    }
}
