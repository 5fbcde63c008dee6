package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.Version;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.OwnClipboard;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AboutPageTest {
    private final OwnClipboard clipboard = new OwnClipboard();

    private Parent page(double scale) {
        AboutPage about =
                new AboutPage(new Home(Path.of("/home/eva/.cache/lamina"), Path.of("/home/eva/data")), clipboard);
        about.show();
        StackPane root = new StackPane(about.node());
        root.getStyleClass().add("studio");
        root.setStyle("-fx-font-size: " + 13 * scale + "px;");
        return root;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1", "DARK, 1", "HIGH_CONTRAST, 1", "LIGHT, 2"})
    void allOfItCanBeRead(Theme theme, double scale) {
        try (Window window = Window.show(() -> page(scale), 1200, 800, theme)) {
            Pictures.save(window, "about-" + theme.name().toLowerCase(Locale.ROOT) + "-" + scale);
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
        }
    }

    @Test
    void whatSomebodyWhoHelpsWantsToKnowCanBeCopied() {
        try (Window window = Window.show(() -> page(1), 1200, 800, Theme.LIGHT)) {
            window.robot().clickOn("Copy");

            assertThat(clipboard.get().orElseThrow())
                    .contains("Lamina", Version.text(), Runtime.version().toString(), "/home/eva/data");
        }
    }

    @Test
    void escapeLeavesIt() {
        try (Window window = Window.show(() -> page(1), 1200, 800, Theme.LIGHT)) {
            window.robot().push(KeyCode.ESCAPE);

            Window.until(() -> !window.robot().lookup(".veil").query().isVisible());
        }
    }
}
