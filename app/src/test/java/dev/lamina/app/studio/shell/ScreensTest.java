package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.drop.DropReader;
import dev.lamina.app.studio.files.FileActions;
import dev.lamina.app.studio.files.NoFileChoice;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of every view in `target/screenshots`, to look at; and that all in them can be read.
final class ScreensTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "web.yml");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void everythingInEveryViewCanBeRead(Theme theme) throws Exception {
        Path file = Files.copy(EXAMPLE, home.resolve("web.yml"));
        try (FxBackground background = new FxBackground()) {
            Desk desk = Sessions.desk(home, background);
            Preferences preferences =
                    Window.call(() -> new Preferences(new WindowSettings(home.resolve("w.properties")), background));
            Workbench workbench = Window.call(() -> new Workbench(desk));
            String name = theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
            try (Window window = Window.show(
                    () -> new MainView(
                                    desk,
                                    workbench,
                                    new FileActions(workbench, new NoFileChoice()).all(),
                                    new DropReader(home),
                                    preferences,
                                    background.running())
                            .root(),
                    1440,
                    900,
                    theme)) {
                look(window, "start-" + name);
                Window.run(() -> workbench.open(file));
                Window.until(() -> workbench.current().get().isPresent());
                DocumentSession session =
                        workbench.current().get().orElseThrow().session();
                Window.until(() -> session.reviewed().get().isPresent() && isLaidOut(window));
                Window.run(() -> session.selection().only(new Place(Lane.SERVICES, 1)));
                look(window, "split-" + name);

                breakIt(session);
                look(window, "problems-" + name);
                Window.run(() -> preferences.mode().set(ViewMode.CANVAS));
                for (String pane : List.of(
                        "Exposure",
                        "Relations",
                        "History",
                        "Explain",
                        "Build",
                        "Machine",
                        "Console",
                        "System",
                        "Boot")) {
                    below(window, pane);
                    look(window, pane.toLowerCase(Locale.ROOT) + "-" + name);
                }
                press(window, KeyCode.F5);
                press(window, KeyCode.PAGE_DOWN);
                assertThat(session.selection().single().get()).contains(new Place(Lane.FILES, 0));
                lookBesideTheSpotlight(window, "presentation-" + name);
                press(window, KeyCode.ESCAPE);
                assertThat(preferences.presenting().get()).isFalse();
                press(window, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT4);
                look(window, "lessons-" + name);
                press(window, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT4);
                Window.run(() -> {
                    preferences.mode().set(ViewMode.TEXT);
                    session.selection().only(Place.KERNEL);
                });
                look(window, "text-" + name);
                assertThat(session.history().get().steps())
                        .as("looking at components changes nothing")
                        .hasSize(2);
                Window.run(() ->
                        window.scene().getRoot().lookup(".palette .text-field").requestFocus());
                for (String part : List.of("yaml-area", "inspector", "below", "palette", "yaml-area")) {
                    press(window, KeyCode.F6);
                    assertThat(Window.call(() -> isIn(window.scene().getFocusOwner(), part)))
                            .as("F6 leads to " + part)
                            .isTrue();
                }
                press(window, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
                look(window, "commands-" + name);
                press(window, KeyCode.ESCAPE);
                press(window, KeyCode.F1);
                look(window, "keys-" + name);
            }
        }
    }

    @Test
    void everythingCanBeReadAtThreeTimesTheSize() throws Exception {
        Path file = Files.copy(EXAMPLE, home.resolve("web.yml"));
        try (FxBackground background = new FxBackground()) {
            Desk desk = Sessions.desk(home, background);
            Preferences preferences =
                    Window.call(() -> new Preferences(new WindowSettings(home.resolve("w.properties")), background));
            Workbench workbench = Window.call(() -> new Workbench(desk));
            try (Window window = Window.show(
                    () -> new MainView(
                                    desk,
                                    workbench,
                                    new FileActions(workbench, new NoFileChoice()).all(),
                                    new DropReader(home),
                                    preferences,
                                    background.running())
                            .root(),
                    1440,
                    900,
                    Theme.LIGHT)) {
                Window.run(() -> preferences.scale().set(3));
                look(window, "start-300");
                Window.run(() -> workbench.open(file));
                Window.until(() -> workbench.current().get().isPresent());
                DocumentSession session =
                        workbench.current().get().orElseThrow().session();
                Window.until(() -> session.reviewed().get().isPresent() && isLaidOut(window));
                Window.run(() -> session.selection().only(new Place(Lane.SERVICES, 1)));
                look(window, "split-300");
            }
        }
    }

    /// Gives the document something to complain about.
    private static void breakIt(DocumentSession session) {
        Window.run(() -> session.type(session.text()
                .get()
                .replace("image: lamina/httpd\n", "image: lamina/httpd\n    capabilities: [all]\n    pid: host\n")));
        Window.until(() -> session.reviewed()
                        .get()
                        .filter(now -> now.documents()
                                .getFirst()
                                .text()
                                .equals(session.text().get()))
                        .isPresent()
                && !session.reviewed()
                        .get()
                        .orElseThrow()
                        .validation()
                        .findings()
                        .isEmpty());
    }

    private static void below(Window window, String pane) {
        Window.run(() -> {
            TabPane panes = (TabPane) window.scene().getRoot().lookup(".below");
            panes.getTabs().stream()
                    .filter(tab -> tab.getText().startsWith(pane))
                    .findFirst()
                    .ifPresent(panes.getSelectionModel()::select);
        });
    }

    private static void press(Window window, KeyCode... keys) {
        window.robot().push(keys);
        Window.run(() -> {});
    }

    private static boolean isIn(Node node, String style) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLaidOut(Window window) {
        Node below = window.scene().getRoot().lookup(".below");
        return below != null && below.getLayoutBounds().getHeight() > 50;
    }

    /// Cards that stand back are pale on purpose.
    private static void lookBesideTheSpotlight(Window window, String name) {
        Pictures.save(window, name);
        List<String> faults = Window.call(() -> Legibility.faults(window.scene()));
        assertThat(faults).as(name).allMatch(fault -> fault.contains("canvas-card"));
    }

    private static void look(Window window, String name) {
        Pictures.save(window, name);
        List<String> faults = Window.call(() -> Legibility.faults(window.scene()));
        assertThat(faults).as(name).isEmpty();
    }
}
