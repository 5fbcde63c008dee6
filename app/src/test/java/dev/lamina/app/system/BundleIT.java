package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bundle of built-in components, which share layers only when they are taken for built-in ones.
final class BundleIT {
    private static final String WEB =
            Conformance.checkout().resolve("examples/web.yml").toString();

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSystemOfBuiltInComponentsIsTheSameFromABundle() throws IOException {
        run(Command.lamina(folder, "build", "--arch", "amd64", "-f", "tar,kernel+initrd", "--dir", "home", WEB));
        run(Command.lamina(folder, "bundle", "--arch", "amd64", "-o", "web.bundle", WEB));
        Environment empty = new Environment(
                Map.of("LAMINA_HOME", folder.resolve("empty").toString()),
                folder,
                folder,
                OperatingSystem.LINUX,
                "amd64",
                false);

        run(Command.lamina(
                empty,
                "build",
                "--arch",
                "amd64",
                "--offline",
                "-f",
                "tar,kernel+initrd",
                "--dir",
                "there",
                "web.bundle"));

        for (String file : new String[] {"web.tar", "web-kernel", "web-initrd.img", "web-cmdline"}) {
            assertThat(Files.mismatch(
                            folder.resolve("home").resolve(file),
                            folder.resolve("there").resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
        assertThat(Command.lamina(empty, "image", "ls", "-q").out()).doesNotContain("lamina/");
    }

    @Test
    void aSystemBootsFromABundle() throws IOException {
        String minimal = Conformance.checkout().resolve("examples/minimal.yml").toString();
        run(Command.lamina(folder, "bundle", "--arch", "amd64", "-o", "minimal.bundle", minimal));
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("LAMINA_HOME", folder.resolve("empty").toString());
        Environment empty = new Environment(variables, folder, folder, OperatingSystem.LINUX, "amd64", false);

        run(Command.lamina(
                empty,
                "run",
                "--arch",
                "amd64",
                "--offline",
                "--accel",
                "tcg",
                "--mem",
                "256M",
                "--until",
                "login:",
                "--timeout",
                "300",
                "minimal.bundle"));
    }

    private static void run(Command.Lamina command) {
        assertThat(command.code()).as(command.err()).isZero();
    }
}
