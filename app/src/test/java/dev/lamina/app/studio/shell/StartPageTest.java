package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.RecentFiles;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.files.StartViewModel;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first thing that anybody sees.
@SuppressWarnings("NullAway.Init")
final class StartPageTest {
    @TempDir
    Path home;

    private RecentFiles recentFiles;
    private FxBackground background;
    private Workbench workbench;
    private StartViewModel start;

    @BeforeEach
    void begin() throws Exception {
        background = new FxBackground();
        Desk desk = Sessions.desk(home, background);
        recentFiles = new RecentFiles(desk.operations().home().data().resolve("recent.txt"));
        recentFiles.add(Files.writeString(home.resolve("lesson.yml"), ""));
        recentFiles.add(home.resolve("gone.yml"));
        workbench = Window.call(() -> new Workbench(desk));
        start = workbench.start();
    }

    @AfterEach
    void end() {
        background.close();
    }

    private Parent page(double scale) {
        StackPane root = new StackPane(new StartPage(start, Optional.empty(), Optional.empty()).node());
        root.getStyleClass().add("studio");
        root.setStyle("-fx-font-size: " + 13 * scale + "px;");
        return root;
    }

    private void untilSketched() {
        Window.until(() -> start.sketches().size() == start.templates().size());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1", "DARK, 1", "HIGH_CONTRAST, 1", "LIGHT, 1.5", "LIGHT, 3"})
    void allOfItCanBeRead(Theme theme, double scale) {
        try (Window window = Window.show(() -> page(scale), 1440, 900, theme)) {
            untilSketched();
            String name = theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(100 * scale);
            Pictures.save(window, "gallery-" + name);
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
        }
    }

    @Test
    void searchLeavesTheTemplatesWithTheWords() {
        try (Window window = Window.show(() -> page(1), 1300, 900, Theme.LIGHT)) {
            untilSketched();
            window.robot().clickOn(".gallery-search").write("wireguard gate");
            Window.until(() -> tiles(window) == 1);
            window.robot().push(KeyCode.ESCAPE);
            Window.until(() -> tiles(window) == start.templates().size());
            // A component that is in one.
            window.robot().write("node-exporter");
            Window.until(() -> tiles(window) == 1);
            window.robot().push(KeyCode.ESCAPE).write("nothing has this");
            Window.until(() -> tiles(window) == 0);
            Pictures.save(window, "gallery-none");
        }
    }

    private static int tiles(Window window) {
        return window.scene().getRoot().lookupAll(".template-tile").size();
    }

    @Test
    void aTemplateIsChosenByKeysAlone() {
        try (Window window = Window.show(() -> page(1), 1300, 900, Theme.LIGHT)) {
            Window.run(() -> window.scene().getRoot().lookup(".gallery-search").requestFocus());
            window.robot()
                    .push(KeyCode.DOWN)
                    .push(KeyCode.RIGHT)
                    .push(KeyCode.RIGHT)
                    .push(KeyCode.DOWN);
            Node focused = Window.call(() -> window.scene().getFocusOwner());
            assertThat(Window.call(focused::getAccessibleText)).startsWith("WireGuard gateway: ");
            Pictures.save(window, "gallery-focus");
            window.robot().push(KeyCode.DOWN);
            assertThat(Window.call(() -> window.scene()
                            .getFocusOwner()
                            .localToScene(window.scene().getFocusOwner().getLayoutBounds())
                            .getMaxY()))
                    .as("it comes into view")
                    .isLessThan(900);
            Pictures.save(window, "gallery-scrolled");
            window.robot().push(KeyCode.UP);
            window.robot()
                    .push(KeyCode.UP)
                    .push(KeyCode.LEFT)
                    .push(KeyCode.LEFT)
                    .push(KeyCode.ENTER);
            Window.until(() -> workbench.current().get().isPresent());
            assertThat(Window.call(() -> workbench.documents().stream()
                            .map(document -> document.title().get())
                            .toList()))
                    .containsExactly("minimal.yml");
        }
    }

    @Test
    void manyRecentFilesAreShownOnDemand() {
        for (int i = 0; i < 6; i++) {
            recentFiles.add(home.resolve("file-" + i + ".yml"));
        }
        try (Window window = Window.show(() -> page(1), 1300, 900, Theme.LIGHT)) {
            Window.until(() -> rows(window) == 5);
            Window.run(() -> window.scene().getRoot().lookupAll(".hyperlink").stream()
                    .map(Hyperlink.class::cast)
                    .filter(link -> link.getText().equals("Show all 8"))
                    .findFirst()
                    .orElseThrow()
                    .fire());
            Window.until(() -> rows(window) == 8);
        }
    }

    private static long rows(Window window) {
        return window.scene().getRoot().lookupAll(".hyperlink").size();
    }

    @Test
    void theFieldIsReachedFromTheFirstRow() {
        try (Window window = Window.show(() -> page(1), 1300, 900, Theme.LIGHT)) {
            Window.run(() -> window.scene().getRoot().lookup(".template-tile").requestFocus());
            window.robot().push(KeyCode.UP);
            assertThat(Window.call(
                            () -> window.scene().getFocusOwner().getStyleClass().contains("gallery-search")))
                    .isTrue();
        }
    }
}
