package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.shell.DocumentLayout.Views;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentLayoutTest {
    @TempDir
    Path home = Path.of("");

    private final Node canvas = new Region();
    private final Node editor = new Region();
    private final Node form = new Region();
    private final Node lessons = new Region();
    private final Node below = new Region();
    private final Node spoken = new Region();
    private final Node replay = new Region();

    private DocumentLayout layout(Preferences preferences) {
        Views views = new Views(canvas, editor, form, lessons, below, spoken, replay);
        return Window.call(() -> new DocumentLayout(views, preferences, new DirectBackground()));
    }

    private Preferences preferences() {
        return new Preferences(new WindowSettings(home.resolve("window.properties")), new DirectBackground());
    }

    private static List<Node> rows(DocumentLayout layout) {
        return Window.call(() -> List.copyOf(((SplitPane) layout.node()).getItems()));
    }

    private static List<Node> columns(DocumentLayout layout) {
        SplitPane columns = (SplitPane) rows(layout).getFirst();
        return Window.call(() -> List.copyOf(columns.getItems()));
    }

    @Test
    void theViewsStandAsTheUserLikesThem() {
        Preferences preferences = preferences();
        DocumentLayout layout = layout(preferences);
        assertThat(columns(layout)).containsExactly(canvas, editor, form);
        assertThat(rows(layout)).hasSize(2).last().isSameAs(below);

        Window.run(() -> preferences.mode().set(ViewMode.TEXT));
        Window.run(() -> preferences.below().set(false));
        assertThat(columns(layout)).containsExactly(editor, form);
        assertThat(rows(layout)).hasSize(1);

        Window.run(() -> preferences.lessons().set(true));
        assertThat(columns(layout)).containsExactly(editor, lessons);
    }

    @Test
    void aClassSeesNeitherTextNorForm() {
        Preferences preferences = preferences();
        DocumentLayout layout = layout(preferences);

        Window.run(() -> preferences.presenting().set(true));
        assertThat(rows(layout)).hasSize(1);
        assertThat(columns(layout)).hasSize(2).first().isSameAs(canvas.getParent());
        assertThat(columns(layout)).last().isSameAs(spoken);

        Window.run(() -> preferences.presenting().set(false));
        assertThat(columns(layout)).containsExactly(canvas, editor, form);
    }

    @Test
    void thatOfAClosedDocumentStaysAsItIs() {
        Preferences preferences = preferences();
        DocumentLayout layout = layout(preferences);

        layout.dispose();

        Window.run(() -> preferences.mode().set(ViewMode.TEXT));
        assertThat(columns(layout)).containsExactly(canvas, editor, form);
    }
}
