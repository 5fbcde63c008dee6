package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lamina build --docker`: what docker of this computer has counts before the store. A script stands in for docker.
class DockerFlagTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeDockerAndTwoImages() throws IOException {
        assumeTrue(File.separatorChar == '/', "the stand-in for docker is a shell script");
        TestImages.add(folder.resolve("docker-images"), "web", Arch.AMD64, "of docker");
        CliRun.in(
                folder,
                "image",
                "export",
                "-q",
                "--cache",
                "docker-images",
                "-f",
                "docker",
                "web",
                "-o",
                folder.resolve("saved.tar").toString());
        Path client = Files.createDirectory(folder.resolve("bin")).resolve("docker");
        Files.writeString(client, """
                #!/bin/sh
                case "$1 $2 $3 $4" in
                "image inspect docker.io/library/web ") exit 0 ;;
                "save -o "*" docker.io/library/web") cp %s "$3" ;;
                *) echo "no such image" >&2; exit 1 ;;
                esac
                """.formatted(folder.resolve("saved.tar")));
        Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "of the store");
        TestImages.add(folder.resolve("home/images"), "other", Arch.AMD64, "other");
        Files.writeString(folder.resolve("web.yml"), "init: [web, other]\n");
    }

    private CliRun build(String path, String... flags) {
        Environment environment = new Environment(
                Map.of("LAMINA_HOME", "home", "PATH", path), folder, folder, OperatingSystem.LINUX, "amd64", false);
        String[] command = new String[flags.length + 7];
        System.arraycopy(
                new String[] {"build", "-q", "--offline", "--no-sbom", "-o", "-", "web.yml"}, 0, command, 0, 7);
        System.arraycopy(flags, 0, command, 7, flags.length);
        return CliRun.with(new Wiring(environment), environment, "", command);
    }

    private String path() {
        return folder.resolve("bin") + File.pathSeparator + System.getenv("PATH");
    }

    @Test
    void dockersImageCountsWhenItHasOne() {
        assertThat(build(path()).out()).contains("of the store").doesNotContain("of docker");
        CliRun run = build(path(), "--docker");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("of docker", "other").doesNotContain("of the store");
    }

    @Test
    void withoutDockerTheFlagIsRefused() {
        CliRun run = build("", "--docker");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()) // the images are asked for side by side
                .matches(
                        "lamina: there is no docker on the PATH\nhint: where there is one, run 'docker save -o image.tar "
                                + "docker.io/library/(web|other)'; then 'lamina image import image.tar' here\n");
    }
}
