package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two documents in one window, both run: their systems meet in a private network.
final class TwoMachinesDisplayIT {
    private static final String DOCUMENT = """
        kernel:
          image: lamina/kernel
          cmdline: "console=ttyAMA0 console=ttyS0 quiet"
        init: [lamina/init, lamina/runtime]
        onboot:
          - {name: dhcp, image: lamina/dhcp}
          - {name: lab, image: lamina/static-ip, command: [/usr/bin/static-ip, -interface, eth1, -address, %s/24]}
        services:
          - {name: getty, image: lamina/getty, env: [INSECURE=true]}
          - {name: web, image: lamina/httpd, binds: ["/srv/www:/var/www:ro"]}
        files:
          - {path: srv/www/index.html, contents: "this is %s\\n", mode: "0644"}
        """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needs() {
        WholeWindow.needs();
    }

    @Test
    void systemsOfTwoDocumentsReachEachOtherInTheirPrivateNetwork() throws IOException {
        Path left = document("left", "192.168.91.1");
        Path right = document("right", "192.168.91.2");
        try (WholeWindow window = WholeWindow.real(folder, Theme.LIGHT)) {
            Live one = run(window, left);
            Live two = run(window, right);
            WholeWindow.atLast(one, Phase.READY);
            WholeWindow.atLast(two, Phase.READY);

            assertThat(exec(two, "ping -c 3 -W 20 192.168.91.1")).contains("3 packets received");
            assertThat(exec(one, "wget -q -O - -T 20 http://192.168.91.2/")).isEqualTo("this is 192.168.91.2\n");
            fromTheConsoleOfTheOtherOne(window);
            Pictures.save(window.window(), "two-machines");
            window.tool("Stop");
            WholeWindow.atLast(two, Phase.OFF);
            assertThat(Window.call(() -> one.phase().get()))
                    .as("the other goes on")
                    .isEqualTo(Phase.READY);
            open(window, left);
            window.tool("Stop");
            WholeWindow.atLast(one, Phase.OFF);
        }
    }

    /// The network has the name of this process, so that tests of other checkouts stay away.
    private Path document(String name, String address) throws IOException {
        long process = ProcessHandle.current().pid();
        Files.writeString(folder.resolve(name + ".lamina.yml"), "run: {memory: 256M, private: [lab" + process + "]}\n");
        return Files.writeString(folder.resolve(name + ".yml"), DOCUMENT.formatted(address, address));
    }

    private static void open(WholeWindow window, Path file) {
        Window.run(() -> window.workbench().open(file));
        Window.until(() -> window.workbench()
                .current()
                .get()
                .filter(document -> document.file().get().filter(file::equals).isPresent())
                .isPresent());
        Window.until(() -> window.seen(".canvas-card").findAny().isPresent());
    }

    private static Live run(WholeWindow window, Path file) {
        open(window, file);
        window.tool("Run");
        return window.live();
    }

    private static String exec(Live live, String command) {
        ExecResult result = Window.call(() -> live.machine().get().orElseThrow())
                .control()
                .exec(List.of("sh", "-c", command), Duration.ofSeconds(WholeWindow.LONG));
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    private static void fromTheConsoleOfTheOtherOne(WholeWindow window) {
        window.below("Console");
        WholeWindow.atLast(() -> window.console().endsWith("login:"));
        window.robot().clickOn(".console-screen").write("root\n");
        WholeWindow.atLast(() -> window.console().endsWith("#"));
        window.robot().write("wget -q -O - http://192.168.91.1/\n");
        WholeWindow.atLast(() -> window.console().contains("this is 192.168.91.1"));
    }
}
