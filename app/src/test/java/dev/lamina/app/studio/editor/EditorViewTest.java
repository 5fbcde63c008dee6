package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
final class EditorViewTest {
    private static final String WEB = """
        # a web server
        kernel:
          image: lamina/kernel
        init: [lamina/init, lamina/runtime]
        services:
          - name: web # main
            image: lamina/httpd
            capabilities: [all]
          - name: other
            image: lamina/getty
        """;

    @TempDir
    Path home;

    private final FxBackground background = new FxBackground();
    private DocumentSession session;
    private EditorView view;
    private Window window;

    private void open(String text) {
        Desk desk = Sessions.desk(home, background);
        session = Window.call(() -> Sessions.session(desk, text));
        view = Window.call(() -> new EditorView(session, desk));
        window = Window.show(() -> (Parent) view.node(), 600, 500, Theme.LIGHT);
        Window.run(view::focus);
    }

    @AfterEach
    void close() {
        window.close();
        background.close();
    }

    private YamlArea area() {
        return (YamlArea) window.scene().getRoot().lookup(".yaml-area");
    }

    private void caret(int offset) {
        Window.run(() -> area().moveTo(offset));
    }

    private void key(KeyCode... codes) {
        window.robot().push(codes);
    }

    @Test
    void typingReachesTheDocumentAndGesturesReachTheText() {
        open(WEB);
        caret(WEB.indexOf("web #"));
        window.robot().write("my-");
        Window.until(() -> session.text().get().contains("name: my-web"));
        int caret = Window.call(() -> area().getCaretPosition());
        Window.run(() -> session.apply(Change.of("Image", new Edit.Set("kernel.image", "lamina/kernel-generic"))));
        Window.until(() -> area().getText().contains("lamina/kernel-generic"));
        assertThat(Window.call(() -> area().getText())).isEqualTo(session.text().get());
        assertThat(Window.call(() -> area().getCaretPosition())).isEqualTo(caret + "-generic".length());
        key(KeyCode.CONTROL, KeyCode.Z);
        Window.until(() -> !session.text().get().contains("-generic"));
        assertThat(Window.call(() -> area().getText())).isEqualTo(session.text().get());
    }

    @Test
    void aDocumentIsShownFromItsBeginning() {
        open(WEB + "# more\n".repeat(200));
        Window.until(() -> area().getVisibleParagraphs().size() > 5);
        assertThat(Window.call(() -> area().firstVisibleParToAllParIndex())).isZero();
    }

    @Test
    void aProposalIsTakenWithEnter() {
        open(WEB);
        caret(WEB.indexOf("[all]") + 5);
        key(KeyCode.ENTER);
        window.robot().write("rea");
        Window.until(() -> window.scene().getRoot().lookup(".completion") != null);
        key(KeyCode.ENTER);
        Window.until(() -> session.text().get().contains("    readonly: "));
        Window.until(() -> window.scene().getRoot().lookup(".completion") != null);
        key(KeyCode.ENTER);
        Window.until(() -> session.text().get().contains("    readonly: true"));
    }

    @Test
    void theProblemAtTheCaretIsShownAndMended() {
        open(WEB.replace("capabilities", "capabilites"));
        Window.until(() -> session.reviewed().get().isPresent());
        caret(WEB.indexOf("capabilities") + 3);
        key(KeyCode.CONTROL, KeyCode.PERIOD);
        Window.until(() -> window.scene().getRoot().lookup(".finding-card .finding-title") != null);
        Button mend = Window.call(() -> window.scene().getRoot().lookupAll(".finding-card .button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Fix: Write capabilities"))
                .findFirst()
                .orElseThrow());
        assertThat(mend.isMnemonicParsing()).as("names have underscores").isFalse();
        Window.run(mend::fire);
        Window.until(() -> session.text().get().equals(WEB));
        assertThat(window.scene().getRoot().lookup(".finding-card")).isNull();
    }

    @Test
    void componentsFoldAndAnEditElsewhereLeavesThemFolded() {
        open(WEB);
        caret(WEB.indexOf("name: web"));
        key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.MINUS);
        Window.until(() -> area().isFolded(6));
        Window.run(() -> session.apply(Change.of("Image", new Edit.Set("kernel.image", "lamina/kernel-generic"))));
        Window.until(() -> area().getText().contains("-generic"));
        assertThat(Window.call(() -> area().isFolded(6))).isTrue();
        assertThat(session.text().get()).isEqualTo(WEB.replace("lamina/kernel", "lamina/kernel-generic"));
        Window.run(() -> session.selection().reveal("services[0].capabilities[0]"));
        Window.until(() -> !area().isFolded(6));
    }

    @Test
    void findingGoesFromMatchToMatch() {
        open(WEB);
        key(KeyCode.CONTROL, KeyCode.F);
        Window.until(() -> window.scene().getFocusOwner() instanceof TextField);
        window.robot().write("lamina");
        Window.until(() -> area().getSelectedText().equals("lamina"));
        int first = Window.call(() -> area().getCaretPosition());
        key(KeyCode.ENTER);
        Window.until(() -> area().getCaretPosition() > first);
        key(KeyCode.ESCAPE);
        Window.until(() -> area().isFocused());
    }

    @Test
    void caretAndCardsFollowEachOther() {
        open(WEB);
        caret(WEB.indexOf("lamina/getty"));
        Window.until(() -> session.selection().single().get().equals(Optional.of(new Place(Lane.SERVICES, 1))));
        Window.run(() -> session.selection().only(Place.KERNEL));
        Window.until(() -> area().getCurrentParagraph() <= 2);
        key(KeyCode.CONTROL, KeyCode.G);
        Window.until(() -> window.scene().getFocusOwner() instanceof TextField);
        window.robot().write("9:5");
        key(KeyCode.ENTER);
        Window.until(() -> area().getCaretPosition() == WEB.indexOf("name: other"));
        Node node = window.scene().getFocusOwner();
        assertThat(node).isSameAs(area());
    }
}
