package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HugeTextTest {
    @TempDir
    Path home;

    private final FxBackground background = new FxBackground();

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void fiveThousandLinesOpenAndAreEditedAtTheirEnd() {
        String text = "x:\n" + "  - {a: 1, b: \"two\", c: [3, 4, 5], d: e}\n".repeat(5_000);
        DocumentSession session = open(text);
        EditorView view = Window.call(() -> new EditorView(session, desk()));
        try (Window window = Window.show(() -> (Parent) view.node(), 600, 400, Theme.LIGHT)) {
            Window.run(() -> view.insert(text.length(), "y: 1\n"));
            assertThat(session.text().get()).isEqualTo(text + "y: 1\n");
            Window.until(() -> window.scene().getRoot().lookup(".yaml-key") != null);
        }
    }

    @Test
    void aLineOfAMillionCharactersIsNotShownUntilItIsGone() {
        DocumentSession session = open("kernel:\n  image: a\n");
        EditorView view = Window.call(() -> new EditorView(session, desk()));
        try (Window window = Window.show(() -> (Parent) view.node(), 600, 400, Theme.LIGHT)) {
            Node cover = window.scene().getRoot().lookup(".editor-cover");
            YamlArea area = (YamlArea) window.scene().getRoot().lookup(".yaml-area");
            assertThat(cover.isVisible()).isFalse();
            Window.run(() -> session.type("kernel:\n  image: " + "x".repeat(1 << 20)));
            assertThat(cover.isVisible()).isTrue();
            assertThat(Window.call(() -> area.getText())).isEmpty();
            Window.run(session::undo);
            assertThat(cover.isVisible()).isFalse();
            assertThat(Window.call(() -> area.getText())).isEqualTo("kernel:\n  image: a\n");
            Window.run(() -> area.insertText(0, "# " + "y".repeat(30_000)));
            Window.until(() -> cover.isVisible() && area.getLength() == 0);
            assertThat(session.text().get()).hasSize(30_002 + "kernel:\n  image: a\n".length());
        }
    }

    private Desk desk() {
        return Sessions.desk(home, background);
    }

    private DocumentSession open(String text) {
        return Window.call(() -> Sessions.session(desk(), text));
    }
}
