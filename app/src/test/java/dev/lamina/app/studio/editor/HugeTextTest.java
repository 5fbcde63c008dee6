package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.value.SourceSpan;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
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
    void aLargeTextComesInSlicesAndOnlyThenCanBeChanged() {
        String text = "x:\n" + "  - {a: 1, b: \"two\", c: [3, 4, 5], d: e}\n".repeat(30_000);
        DocumentSession session = open(text);
        EditorView view = Window.call(() -> new EditorView(session, desk()));
        AtomicInteger most = new AtomicInteger();
        try (Window window = Window.show(() -> (Parent) view.node(), 600, 400, Theme.LIGHT)) {
            YamlArea area = area(window);
            area.plainTextChanges().subscribe(change -> most.accumulateAndGet(change.getNetLength(), Math::max));
            Window.until(() -> area.isEditable());
            assertThat(Window.call(() -> area.getText())).isEqualTo(text);
            String twice = Window.call(() -> {
                session.type(text + text.replace('e', 'f'));
                session.apply(document -> new Made(Change.of("x", new Edit.Set("kernel.image", "a")), List.of()));
                area.insertText(0, "not yet");
                session.undo();
                return session.text().get();
            });
            Window.until(() -> area.isEditable()
                    && area.getLength() == session.text().get().length());
            assertThat(twice).isEqualTo(text + text.replace('e', 'f'));
            assertThat(Window.call(() -> area.getText()))
                    .isEqualTo(session.text().get())
                    .doesNotContain("not yet");
            assertThat(most.get()).isPositive().isLessThanOrEqualTo(Filling.SLICE);
        }
    }

    @Test
    void ofALineOfAMillionCharactersPartsAreShownAndChanged() {
        String line = "0123456789".repeat(100_000);
        String text = "kernel:\n  image: " + line + "\n# end\n";
        DocumentSession session = open(text);
        EditorView view = Window.call(() -> new EditorView(session, desk()));
        try (Window window = Window.show(() -> (Parent) view.node(), 600, 400, Theme.LIGHT)) {
            YamlArea area = area(window);
            String shown = Window.call(() -> area.getText());
            assertThat(shown)
                    .hasSizeLessThan(20_000)
                    .contains("characters more")
                    .endsWith("\n# end\n");
            int sign = shown.indexOf('\u27ea');
            Window.run(() -> area.insertText(sign + 3, "lost?"));
            assertThat(Window.call(() -> area.getText())).isEqualTo(shown);
            assertThat(session.text().get()).isEqualTo(text);
            Window.run(() -> area.insertText(sign, "here"));
            int before = text.indexOf(line) + sign - shown.indexOf("0123");
            String changed = text.substring(0, before) + "here" + text.substring(before);
            assertThat(session.text().get()).isEqualTo(changed);
            Window.run(() -> {
                area.moveTo(sign + 4 + 2);
                area.requestFocus();
            });
            window.robot().type(KeyCode.ENTER);
            assertThat(session.text().get()).isEqualTo(changed);
            assertThat(Window.call(() -> area.getText()).indexOf("here")).isGreaterThan(0);
            Window.run(() -> area.selectAll());
            Window.run(area::cut);
            assertThat(session.text().get()).isEmpty();
            Window.run(area::paste);
            assertThat(session.text().get()).isEqualTo(changed);
            assertThat(Window.call(() -> area.getLength())).isLessThan(20_000);
            Window.run(session::undo);
            Window.run(session::undo);
            Window.run(session::undo);
            assertThat(session.text().get()).isEqualTo(text);
            Window.until(() -> session.document().get().text().equals(text));
            Window.run(() -> session.selection().revealSpan(new SourceSpan("test.yml", 2, 500_000, 2, 500_001)));
            assertThat(Window.call(() -> area.getText(area.getCaretPosition(), area.getCaretPosition() + 5)))
                    .isEqualTo(text.substring(8 + 499_999, 8 + 500_004));
        }
    }

    @Test
    void aLineThatGrowsTooLongWhileItIsTypedIsShownInParts() {
        DocumentSession session = open("kernel:\n  image: a\n");
        EditorView view = Window.call(() -> new EditorView(session, desk()));
        try (Window window = Window.show(() -> (Parent) view.node(), 600, 400, Theme.LIGHT)) {
            YamlArea area = area(window);
            Window.run(() -> area.insertText(0, "# " + "y".repeat(30_000)));
            Window.until(() -> area.getLength() < 20_000);
            assertThat(session.text().get()).hasSize(30_002 + "kernel:\n  image: a\n".length());
            Window.run(() -> area.insertText(area.getLength(), "# typed"));
            assertThat(session.text().get()).endsWith("  image: a\n# typed").hasSize(30_028);
        }
    }

    private static YamlArea area(Window window) {
        return (YamlArea) window.scene().getRoot().lookup(".yaml-area");
    }

    private Desk desk() {
        return Sessions.desk(home, background);
    }

    private DocumentSession open(String text) {
        return Window.call(() -> Sessions.session(desk(), text));
    }
}
