package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines that go on without the command that started them.
final class DetachIT {
    @TempDir
    Path folder = Path.of("");

    private Command.Lamina lamina(String home, String... args) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("LAMINA_HOME", home);
        return Command.lamina(
                new Environment(variables, folder, folder, OperatingSystem.LINUX, System.getProperty("os.arch"), false),
                args);
    }

    private static void seen(Path log, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + BootedSystem.PATIENCE.toNanos();
        // Nobody tells of what another process writes to a file.
        while (!Files.exists(log) || !Files.readString(log).contains(text)) {
            assertThat(System.nanoTime()).as("'" + text + "' in " + log).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void aMachineRunsInTheBackgroundUntilItIsStopped() throws Exception {
        String home = folder.resolve("home").toString();
        Path log = folder.resolve("home/machines/tiny/console.log");
        Files.write(folder.resolve("tiny-kernel"), TinyKernel.image("still here\r\n"));

        assertThat(lamina(home, "run", "tiny", "-q", "--mem=64", "--accel=tcg", "--detach"))
                .isEqualTo(new Command.Lamina(0, "", ""));
        seen(log, "still here");
        Command.Lamina listed = lamina(home, "ps", "--json");
        assertThat(listed.out())
                .matches("\\{\"machine\":\"tiny\",\"runs\":\"detached\",\"pid\":\\d+,\"accelerator\":\"tcg\","
                        + "\"consoleLog\":\"\\Q" + log + "\\E\",\"state\":\"running\"}\n");
        assertThat(lamina(home, "run", "tiny", "--name", "tiny").code()).isEqualTo(3);
        long pid = Long.parseLong(listed.out().replaceAll(".*\"pid\":(\\d+).*\n", "$1"));
        assertThat(ProcessHandle.of(pid).orElseThrow().info().command().orElse(""))
                .contains("qemu");

        Path sockets = sockets();

        // Killed from outside, it is known to be gone.
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        ProcessHandle.of(pid)
                .ifPresent(handle ->
                        handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        assertThat(lamina(home, "ps", "--json").out()).isEmpty();
        assertThat(sockets).doesNotExist();
    }

    private Path sockets() throws IOException {
        Properties known = new Properties();
        known.load(new StringReader(Files.readString(folder.resolve("home/machines/tiny/machine.properties"))));
        Path sockets = Path.of(known.getProperty("sockets"));
        assertThat(sockets).isDirectoryContaining("glob:**/qmp.sock");
        return sockets;
    }

    /// What other commands do with it.
    private void controlled(String home, String name) {
        assertThat(lamina(home, "exec", "--vm", name, "--", "sh", "-c", "echo in $((40 + 2)); exit 5"))
                .isEqualTo(new Command.Lamina(5, "in 42\n", ""));
        assertThat(lamina(home, "exec", "--vm", name, "--in", "getty", "cat", "/proc/1/comm")
                        .code())
                .isZero();
        assertThat(lamina(home, "logs", name, "dhcp").out()).contains("lease");
        assertThat(lamina(home, "logs", name, "nobody")).isEqualTo(new Command.Lamina(4, "", """
            lamina: no container named nobody has printed anything
            hint: containers have the names of the composition
            """));
        assertThat(lamina(home, "logs", name).out()).contains("login:");
        assertThat(lamina(home, "pause", name).code()).isZero();
        assertThat(lamina(home, "ps", "--json").out()).contains("\"state\":\"paused\"");
        assertThat(lamina(home, "resume", name, "-q")).isEqualTo(new Command.Lamina(0, "", ""));
    }

    @Test
    void aSystemIsShutDownInOrder() throws Exception {
        String home = BootedSystem.HOME.toString();
        String document = Conformance.checkout().resolve("examples/minimal.yml").toString();
        String name = "background-" + ProcessHandle.current().pid();
        Path log = BootedSystem.HOME.resolve("machines").resolve(name).resolve("console.log");

        Command.Lamina started = lamina(
                home,
                "run",
                document,
                "-q",
                "--name",
                name,
                "--mem=256",
                "--accel=tcg",
                "--compression=fast",
                "--detach");
        assertThat(started).isEqualTo(new Command.Lamina(0, "", ""));
        try {
            seen(log, "login:");
            controlled(home, name);
        } finally {
            assertThat(lamina(home, "stop", name)).isEqualTo(new Command.Lamina(0, "", "ended " + name + "\n"));
        }
        assertThat(log).content().contains("reboot: Power down");
    }
}
