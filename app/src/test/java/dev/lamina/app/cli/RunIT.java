package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs an earlier build of a tiny kernel in the real QEMU.
final class RunIT {
    @TempDir
    Path folder = Path.of("");

    private void system(String text) throws IOException {
        Files.write(folder.resolve("tiny-kernel"), TinyKernel.image(text));
    }

    private CliRun run(String input, Map<String, String> extra, String... options) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("LAMINA_HOME", "home");
        variables.putAll(extra);
        Environment environment =
                new Environment(variables, folder, folder, OperatingSystem.LINUX, System.getProperty("os.arch"), false);
        String[] args = new String[5 + options.length];
        System.arraycopy(new String[] {"run", "tiny", "-q", "--mem=64M", "--accel=tcg"}, 0, args, 0, 5);
        System.arraycopy(options, 0, args, 5, options.length);
        return CliRun.with(new Wiring(environment), environment, input, args);
    }

    private CliRun run(String... options) {
        return run("", Map.of(), options);
    }

    @Test
    void theTextIsSeen() throws IOException {
        system("tiny login:");

        assertThat(run("--until", "login:", "--timeout", "60")).isEqualTo(new CliRun(0, "", ""));
        assertThat(folder.resolve("home/machines/tiny/console.log")).hasContent("tiny login:");
    }

    @Test
    void theTextDoesNotCome() throws IOException {
        system("\033[31mstarting\033[0m\r\nstuck\r\n");

        CliRun run = run("--until", "login:", "--timeout", "3");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .matches("lamina: 'login:' did not appear on the console within 3\\.\\d s\n"
                        + "last lines of the console:\n"
                        + "  \\| starting\n"
                        + "  \\| stuck\n"
                        + "hint: allow more time with --timeout, or look at the console log\n");
    }

    @Test
    void keysReachTheGuestAndItsPowerOffEndsTheRun() throws IOException {
        system("> ");

        assertThat(run("abcq", Map.of())).isEqualTo(new CliRun(0, "> abc", ""));
    }

    @Test
    void aBusyPortIsNamed() throws IOException {
        system("");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            CliRun run = run("--publish", port + ":80", "--disk", "data.img,size=1M");

            assertThat(run)
                    .isEqualTo(new CliRun(
                            3,
                            "",
                            "lamina: port 127.0.0.1:" + port + "/tcp is in use by another program\n"
                                    + "hint: publish another port, for example --publish "
                                    + (port % 50000 + 10000) + ":80\n"));
            assertThat(folder.resolve("data.img")).doesNotExist();
        }
    }

    @Test
    void withoutQemuTheWayToGetItIsTold() throws IOException {
        system("");

        CliRun run = run("", Map.of("LAMINA_QEMU", "/none"));

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("lamina: qemu-system-x86_64 is not at /none, where LAMINA_QEMU or the settings say it is\n"
                        + "hint: ")
                .contains("qemu")
                .hasLineCount(2);
    }
}
