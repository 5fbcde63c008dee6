package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Main;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.model.conformance.Conformance;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds of the built-in components: equal, killed, without a network.
final class BuildIT {
    private static final String WEB =
            Conformance.checkout().resolve("examples/web.yml").toString();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void getThePackages() {
        Command.Lamina build = Command.lamina(folder, "build", "--arch", "amd64", "--dir", "first", "-f", "tar", WEB);
        assertThat(build.code()).as(build.err()).isZero();
    }

    /// A home of its own, where nothing was built yet, with the packages that were fetched before.
    private Environment freshHome(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path packages = BootedSystem.HOME.resolve("packages");
        try (Stream<Path> files = Files.walk(packages)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path link = home.resolve("packages")
                        .resolve(packages.relativize(file).toString());
                Files.createDirectories(link.resolveSibling(""));
                Files.createLink(link, file);
            }
        }
        return new Environment(
                Map.of("LAMINA_HOME", home.toString()),
                Files.createDirectories(folder.resolve("in-" + name)),
                folder,
                OperatingSystem.LINUX,
                "amd64",
                false);
    }

    private static final List<String> BUILD =
            List.of("build", "--arch", "amd64", "--offline", "--compression", "fast", "-f", "tar,kernel+initrd");

    @Test
    void twoBuildsInDifferentPlacesGiveTheSameBytes() throws IOException {
        for (String home : List.of("one", "two")) {
            Command.Lamina build = Command.lamina(freshHome(home), args(BUILD, WEB));
            assertThat(build.code()).as(build.err()).isZero();
        }

        for (String file : List.of("web.tar", "web-kernel", "web-initrd.img", "web-cmdline")) {
            Path one = folder.resolve("in-one").resolve(file);
            assertThat(Files.mismatch(one, folder.resolve("in-two").resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
        assertThat(Files.mismatch(folder.resolve("in-one/web.tar"), folder.resolve("first/web.tar")))
                .isEqualTo(-1);
    }

    @Test
    void aKilledBuildLeavesNothingBehindAndTheNextOneSucceeds() throws Exception {
        Environment home = freshHome("killed");
        for (String moment : List.of("making", "compressing")) {
            killAt(moment, home);
            assertThat(visible(home.directory())).as("after " + moment).isEmpty();
        }

        Command.Lamina build = Command.lamina(home, args(BUILD, WEB));

        assertThat(build.code()).as(build.err()).isZero();
        assertThat(visible(home.directory())).containsExactly("web-cmdline", "web-initrd.img", "web-kernel", "web.tar");
        assertThat(Files.mismatch(home.directory().resolve("web.tar"), folder.resolve("first/web.tar")))
                .isEqualTo(-1);
        try (Stream<Path> files = Files.walk(folder.resolve("killed"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".part-")))
                    .as("temporary files")
                    .isEmpty();
        }
    }

    /// Starts a build in a process of its own and kills it when it has done the first thing of that kind.
    private void killAt(String moment, Environment home) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                Main.class.getName()));
        command.addAll(List.of(args(BUILD, WEB)));
        // Takes seconds, so there is something to interrupt.
        command.replaceAll(word -> word.equals("fast") ? "small" : word);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.directory().toFile());
        builder.environment().put("LAMINA_HOME", folder.resolve("killed").toString());
        Process process = builder.redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.startsWith(moment)) {
                line = lines.readLine();
            }
            process.destroyForcibly();
            assertThat(line).as("the moment to kill it").startsWith(moment);
        } finally {
            process.onExit().join();
        }
    }

    private static List<String> visible(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void withoutNetworkACachedSystemBuildsAndAMissingOneSaysWhatIsMissing() throws IOException {
        Command.Lamina cached = Command.lamina(folder, args(BUILD, WEB));
        assertThat(cached.code()).as(cached.err()).isZero();

        Environment empty = new Environment(
                Map.of("LAMINA_HOME", folder.resolve("empty").toString()),
                folder,
                folder,
                OperatingSystem.LINUX,
                "amd64",
                false);
        Command.Lamina missing = Command.lamina(empty, args(BUILD, WEB));

        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("lamina catalogue fetch");
    }

    private static String[] args(List<String> first, String last) {
        return Stream.concat(first.stream(), Stream.of(last)).toArray(String[]::new);
    }
}
