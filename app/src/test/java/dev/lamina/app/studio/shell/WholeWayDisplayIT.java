package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.Container;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.conformance.LinuxKitSchema;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of a person, with a mouse and keys: from nothing to a system that runs.
final class WholeWayDisplayIT {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needs() {
        WholeWindow.needs();
    }

    @Test
    void aTemplateBecomesASystemThatRuns() {
        try (WholeWindow window = WholeWindow.real(folder, Theme.LIGHT)) {
            begin(window);
            breakAndMend(window);
            build(window);
            run(window);
            typeACommand(window);
            readTheLog(window);
            stop(window);
            save(window);
        }
    }

    private static void begin(WholeWindow window) {
        window.robot().clickOn(tile(window, "Minimal system"));
        Window.until(() -> window.workbench().current().get().isPresent());
        drag(window, "httpd", window.card("getty"));
        Window.until(() -> window.session().composition().services().size() == 2);
        assertThat(window.session().composition().services())
                .map(Container::name)
                .containsExactly("getty", "httpd");
    }

    private static void breakAndMend(WholeWindow window) {
        String before = window.session().text().get();
        Node text = Window.call(() -> window.seen(".yaml-area").findFirst().orElseThrow());
        window.robot().clickOn(text).push(KeyCode.CONTROL, KeyCode.END).write("    readonyl: true\n");
        Window.until(() -> window.session().text().get().length() > before.length());
        Window.until(() -> window.seen(".problem-fix").findAny().isPresent());
        window.press("Fix");
        Window.until(() -> window.session().text().get().startsWith(before + "    readonly: true\n"));
        Window.until(() -> window.seen(".problem-fix").findAny().isEmpty());
    }

    private static void build(WholeWindow window) {
        window.tool("Build");
        WholeWindow.atLast(() -> window.labels(".build-title").stream().anyMatch(title -> title.startsWith("Built")));
    }

    private static void run(WholeWindow window) {
        window.tool("Run");
        WholeWindow.atLast(() -> window.state().startsWith("Ready in "));
        Window.until(() -> window.light("httpd").equals("running"));
        assertThat(window.light("getty")).isEqualTo("running");
        assertThat(window.light("dhcp")).isEqualTo("done");
    }

    private static void typeACommand(WholeWindow window) {
        window.below("Console");
        Node screen =
                Window.call(() -> window.seen(".console-screen").findFirst().orElseThrow());
        window.robot().clickOn(screen);
        WholeWindow.atLast(() -> window.console().endsWith("login:"));
        window.robot().write("root\n");
        WholeWindow.atLast(() -> window.console().endsWith("#"));
        window.robot().write("wget -q -O - http://127.0.0.1/ | wc -l; echo $((6 * 7))\n");
        WholeWindow.atLast(() -> window.console().lines().anyMatch("42"::equals));
        Pictures.save(window.window(), "running");
    }

    private static void readTheLog(WholeWindow window) {
        window.robot().clickOn(window.card("httpd")).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        WholeWindow.atLast(() -> window.seen(".live-text")
                .anyMatch(area -> ((TextArea) area).getText().contains("200")));
    }

    private static void stop(WholeWindow window) {
        window.tool("Stop");
        WholeWindow.atLast(window.live(), Phase.OFF);
        assertThat(window.state()).isEmpty();
        assertThat(window.light("httpd")).isEmpty();
    }

    private void save(WholeWindow window) {
        window.robot().push(KeyCode.CONTROL, KeyCode.S);
        Window.until(() -> !window.document().unsaved().get());
        Path saved = folder.resolve("minimal.yml");
        assertThat(saved).hasContent(window.session().text().get());
        assertThat(new LinuxKitSchema().faults(Conformance.text(saved))).isEmpty();
    }

    private static Node tile(WholeWindow window, String title) {
        Window.until(() -> window.seen(".template-tile").findAny().isPresent());
        return Window.call(() -> window.seen(".template-tile")
                .filter(tile -> tile.getAccessibleText().contains(title))
                .findFirst()
                .orElseThrow());
    }

    /// Finds an entry in the palette and lets it go behind a card.
    private static void drag(WholeWindow window, String name, Node behind) {
        Node search =
                Window.call(() -> window.seen(".palette-search").findFirst().orElseThrow());
        window.robot().clickOn(search).write(name);
        Window.until(() -> row(window, name).isPresent());
        Node row = Window.call(() -> row(window, name).orElseThrow());
        Bounds card = Window.call(() -> behind.localToScreen(behind.getLayoutBounds()));
        window.robot().moveTo(row).press(MouseButton.PRIMARY).moveBy(20, 10);
        window.robot().moveTo(card.getMaxX() + 30, card.getCenterY()).release(MouseButton.PRIMARY);
    }

    private static Optional<Node> row(WholeWindow window, String name) {
        return window.seen(".palette-cell .palette-name")
                .filter(label -> ((Label) label).getText().equals(name))
                .findFirst();
    }
}
