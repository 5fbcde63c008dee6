package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real machine in the window, of whose services one fails, and which is killed from outside and run again.
/// Pictures of all that is seen meanwhile are in `target/screenshots`, light and dark.
final class RunningSystemDisplayIT {
    private static final String DOCUMENT = """
        kernel:
          image: lamina/kernel
          cmdline: "console=ttyAMA0 console=ttyS0 quiet"
        init: [lamina/init, lamina/runtime]
        onboot:
          - {name: sysctl, image: lamina/sysctl}
          - {name: dhcp, image: lamina/dhcp}
        services:
          - {name: getty, image: lamina/getty, env: [INSECURE=true]}
          - name: web
            image: lamina/httpd
            binds: ["/srv/www:/var/www:ro"]
          - {name: second, image: lamina/httpd}
        files:
          - {path: srv/www, directory: true, mode: "0755"}
          - {path: srv/www/index.html, contents: "<h1>Hello</h1>", mode: "0644"}
        """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needs() {
        WholeWindow.needs();
    }

    @Test
    void aFailedServiceAndAKilledMachineAreExplained() {
        try (WholeWindow window = WholeWindow.real(folder, Theme.LIGHT)) {
            window.create("shop.yml", DOCUMENT);
            window.tool("Build");
            WholeWindow.atLast(
                    () -> window.labels(".build-title").stream().anyMatch(title -> title.startsWith("Built")));
            window.click(".toggle-button", "Sizes");
            Window.until(() -> window.seen(".treemap").findAny().isPresent());
            picture(window, "treemap");
            run(window);
            failedService(window);
            console(window);
            killed(window);
            boots(window);
            teaching(window);
            window.tool("Stop");
            WholeWindow.atLast(window.live(), Phase.OFF);
            assertThat(machines()).isEmpty();
        }
    }

    private static void run(WholeWindow window) {
        window.tool("Run");
        WholeWindow.atLast(window.live(), Phase.READY);
    }

    private static void failedService(WholeWindow window) {
        WholeWindow.atLast(() ->
                window.light("second").equals("failed") || window.light("web").equals("failed"));
        String failed = window.light("web").equals("failed") ? "web" : "second";
        assertThat(window.card(failed).getAccessibleText()).contains("failed: ").contains("in use");
        window.robot().clickOn(window.card(failed)).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        Window.until(() -> window.labels(".live-failure .label").size() > 1);
        assertThat(window.labels(".live-failure .label"))
                .contains("Likely reason: another service listens on the port that it wants");
        picture(window, "failed");
    }

    private static void console(WholeWindow window) {
        window.below("Console");
        WholeWindow.atLast(() -> window.console().contains("login:"));
        picture(window, "console");
    }

    private static void killed(WholeWindow window) {
        machines().forEach(ProcessHandle::destroyForcibly);
        WholeWindow.atLast(() -> window.seen(".run-notice-text").findAny().isPresent());
        assertThat(window.labels(".run-notice-text"))
                .containsExactly("The machine has ended: it was killed from outside (signal 9).");
        assertThat(window.buttons(".run-remedies")).containsExactly("Try again", "Show the console", "Copy");
        picture(window, "killed");
        window.press("Try again");
        WholeWindow.atLast(window.live(), Phase.READY);
    }

    private static void boots(WholeWindow window) {
        window.below("Boot");
        Window.until(() -> window.seen(".boot-bar").findAny().isPresent());
        Window.until(() -> window.seen(".boot-earlier").findAny().isPresent());
        picture(window, "boots");
    }

    private static void teaching(WholeWindow window) {
        window.robot().push(KeyCode.F5);
        window.robot().push(KeyCode.PAGE_DOWN);
        picture(window, "presentation");
        window.robot().push(KeyCode.ESCAPE);
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT4);
        picture(window, "lessons");
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT4);
    }

    /// In both themes.
    private static void picture(WholeWindow window, String name) {
        Window.run(() -> Theme.DARK.dress(window.window().scene()));
        Pictures.save(window.window(), "running-" + name + "-dark");
        Window.run(() -> Theme.LIGHT.dress(window.window().scene()));
        Pictures.save(window.window(), "running-" + name + "-light");
    }

    /// The machines that the window runs.
    private static List<ProcessHandle> machines() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("qemu-system"))
                .toList();
    }
}
