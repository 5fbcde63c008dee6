package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Main;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.studio.shell.WindowToBeKilled;
import dev.lamina.app.testing.Needed;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of Lamina while machines run: nothing of them stays.
final class KilledIT {
    @TempDir
    Path folder = Path.of("");

    private Path runtime = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        Needed.program("qemu-system-x86_64");
        runtime = Files.createDirectory(folder.resolve("run"));
    }

    private Process lamina(Class<?> program, Map<String, String> variables, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Dtestfx.robot=glass",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
        return builder.start();
    }

    /// Tests may run as a patched module; the child runs the same classes from a class path, in a folder of its own.
    private static String classPath() {
        return Stream.of(
                        "target/test-classes",
                        "target/classes",
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .flatMap(part -> Stream.of(part.split(File.pathSeparator)))
                .filter(part -> !part.isEmpty())
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private static void seen(Process process, String text) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader();
        while (said.indexOf(text) < 0) {
            int next = output.read();
            assertThat(next).as("'%s' in: %s", text, said).isNotNegative();
            said.append((char) next);
        }
    }

    private void killed(Process process, String... programs) throws Exception {
        List<ProcessHandle> all = process.descendants().toList();
        String names =
                all.stream().map(handle -> handle.info().command().orElse("")).reduce("", (a, b) -> a + " " + b);
        assertThat(names).contains(programs);
        assertThat(runtime).isNotEmptyDirectory();

        process.destroyForcibly().waitFor();

        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .get(20, TimeUnit.SECONDS);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (entries() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(runtime).isEmptyDirectory();
    }

    private long entries() throws IOException {
        try (Stream<Path> list = Files.list(runtime)) {
            return list.count();
        }
    }

    @Test
    void ofTheCommandLine() throws Exception {
        Needed.file("virtiofsd", "/usr/libexec/virtiofsd", "/usr/lib/qemu/virtiofsd", "/usr/bin/virtiofsd");
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("LAMINA_HOME", folder.resolve("home").toString());
        Files.write(folder.resolve("tiny-kernel"), TinyKernel.image("still here\r\n"));
        Path shared = Files.createDirectory(folder.resolve("shared"));

        Process process = lamina(
                Main.class,
                variables,
                "run",
                folder.resolve("tiny").toString(),
                "--name=tiny",
                "--mem=64",
                "--accel=tcg",
                "--virtiofs=" + shared);
        try {
            seen(process, "still here");
            killed(process, "qemu-system", "virtiofsd");
        } finally {
            process.destroyForcibly();
        }
        Environment environment =
                new Environment(variables, folder, folder, OperatingSystem.LINUX, System.getProperty("os.arch"), false);
        assertThat(Command.lamina(environment, "ps", "--json")).isEqualTo(new Command.Lamina(0, "", ""));
    }

    @Test
    void ofTheWindow() throws Exception {
        Process process = lamina(WindowToBeKilled.class, System.getenv(), folder.toString());
        try {
            seen(process, WindowToBeKilled.RUNS);
            killed(process, "qemu-system");
        } finally {
            process.destroyForcibly();
        }
    }
}
