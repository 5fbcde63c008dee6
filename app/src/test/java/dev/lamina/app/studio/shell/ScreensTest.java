package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
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
        String name = theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try (WholeWindow whole = new WholeWindow(Sessions.operations(home), home, theme)) {
            look(whole.window(), "start-" + name);
            open(whole);
            look(whole.window(), "split-" + name);
            breakIt(whole.session());
            look(whole.window(), "problems-" + name);
            panes(whole, name);
            teaching(whole, name);
            text(whole, name);
            roundTrip(whole.window());
            press(whole.window(), KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            look(whole.window(), "commands-" + name);
            press(whole.window(), KeyCode.ESCAPE);
            press(whole.window(), KeyCode.F1);
            look(whole.window(), "keys-" + name);
        }
    }

    @Test
    void everythingCanBeReadAtThreeTimesTheSize() throws Exception {
        try (WholeWindow whole = new WholeWindow(Sessions.operations(home), home, Theme.LIGHT)) {
            Window.run(() -> whole.preferences().scale().set(3));
            look(whole.window(), "start-300");
            open(whole);
            look(whole.window(), "split-300");
        }
    }

    /// An example, of which a service is selected.
    private void open(WholeWindow whole) throws Exception {
        Path file = Files.copy(EXAMPLE, home.resolve("web.yml"));
        Window.run(() -> whole.workbench().open(file));
        Window.until(() -> whole.workbench().current().get().isPresent());
        DocumentSession session = whole.session();
        Window.until(() -> session.reviewed().get().isPresent() && isLaidOut(whole.window()));
        Window.run(() -> session.selection().only(new Place(Lane.SERVICES, 1)));
    }

    private static void panes(WholeWindow whole, String name) {
        Window.run(() -> whole.preferences().mode().set(ViewMode.CANVAS));
        for (String pane : List.of(
                "Exposure", "Relations", "History", "Explain", "Build", "Machine", "Console", "System", "Boot")) {
            whole.below(pane);
            look(whole.window(), pane.toLowerCase(Locale.ROOT) + "-" + name);
        }
    }

    private static void teaching(WholeWindow whole, String name) {
        press(whole.window(), KeyCode.F5);
        press(whole.window(), KeyCode.PAGE_DOWN);
        assertThat(whole.session().selection().single().get()).contains(new Place(Lane.FILES, 0));
        lookBesideTheSpotlight(whole.window(), "presentation-" + name);
        press(whole.window(), KeyCode.ESCAPE);
        assertThat(whole.preferences().presenting().get()).isFalse();
        press(whole.window(), KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT4);
        look(whole.window(), "lessons-" + name);
        press(whole.window(), KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT4);
    }

    private static void text(WholeWindow whole, String name) {
        DocumentSession session = whole.session();
        Window.run(() -> {
            whole.preferences().mode().set(ViewMode.TEXT);
            session.selection().only(Place.KERNEL);
        });
        look(whole.window(), "text-" + name);
        assertThat(session.history().get().steps())
                .as("looking at components changes nothing")
                .hasSize(2);
    }

    private static void roundTrip(Window window) {
        Window.run(() -> window.scene().getRoot().lookup(".palette .text-field").requestFocus());
        for (String part : List.of("yaml-area", "inspector", "below", "palette", "yaml-area")) {
            press(window, KeyCode.F6);
            assertThat(Window.call(() -> isIn(window.scene().getFocusOwner(), part)))
                    .as("F6 leads to " + part)
                    .isTrue();
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
