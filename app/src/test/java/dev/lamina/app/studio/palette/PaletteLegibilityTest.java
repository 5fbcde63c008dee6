package dev.lamina.app.studio.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of the palette, and that all in it can be read.
final class PaletteLegibilityTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"LIGHT, 13", "DARK, 13", "HIGH_CONTRAST, 13", "LIGHT, 39"})
    void everythingInThePaletteCanBeRead(Theme theme, int fontSize) {
        Desk desk = Sessions.desk(home);
        double scale = fontSize / 13.0;
        try (Window window = Window.show(
                () -> {
                    StackPane root = new StackPane(new PaletteView(desk, offer -> {}).node());
                    root.setStyle("-fx-font-size: " + fontSize + "px");
                    return root;
                },
                300 * scale,
                Math.min(800 * scale, 980), // the headless screen has a thousand
                theme)) {
            String name = "palette-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + fontSize;
            Window.run(() -> list(window).getSelectionModel().select(11));
            look(window, name);
            Window.run(() -> field(window).setText("ssh"));
            look(window, name + "-found");
            Window.run(() -> field(window).setText("ghcr.io/owner/thing:2.1"));
            look(window, name + "-unknown");
        }
    }

    private static void look(Window window, String name) {
        Pictures.save(window, name);
        assertEquals(List.of(), Window.call(() -> Legibility.faults(window.scene())), name);
        double width = window.scene().getWidth();
        for (var node : Window.call(() -> window.scene().getRoot().lookupAll(".palette-cell"))) {
            assertEquals(true, ((Region) node).getWidth() <= width, name + " has a row that is wider than the palette");
        }
    }

    @SuppressWarnings("unchecked")
    private static ListView<PaletteRow> list(Window window) {
        return (ListView<PaletteRow>)
                Objects.requireNonNull(window.scene().getRoot().lookup(".palette-list"));
    }

    private static TextField field(Window window) {
        return (TextField) Objects.requireNonNull(window.scene().getRoot().lookup(".palette-search"));
    }
}
