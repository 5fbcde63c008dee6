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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCommandTest {
    @TempDir
    Path folder;

    @Test
    void whatIsImportedIsListedAndCanBeBuiltFrom() throws IOException {
        TestImages.archive(folder.resolve("web.tar"), "web", Arch.AMD64, "web");

        assertThat(CliRun.in(folder, "image", "import", "-q", "web.tar"))
                .isEqualTo(new CliRun(0, "docker.io/library/web\n", ""));
        assertThat(CliRun.in(folder, "image", "ls").out())
                .matches("IMAGE +ARCH +SIZE  DIGEST\ndocker\\.io/library/web  amd64  [0-9]+ B  [0-9a-f]{12}\n");
        assertThat(CliRun.in(folder, "--json", "image", "ls").out())
                .contains("\"image\":\"docker.io/library/web\"", "\"arch\":\"amd64\"", "\"digest\":\"sha256:");
        Files.writeString(folder.resolve("x.yml"), "init: [web]\n");
        assertThat(CliRun.in(folder, "build", "--quiet", "x.yml").code()).isZero();
    }

    @Test
    void anotherStoreIsUsedWhenNamed() throws IOException {
        TestImages.archive(folder.resolve("web.tar"), "web", Arch.AMD64, "web");
        CliRun.in(folder, "image", "import", "--cache", "store", "web.tar");

        assertThat(CliRun.in(folder, "image", "ls").out()).isEqualTo("IMAGE  ARCH  SIZE  DIGEST\n");
        assertThat(CliRun.in(folder, "image", "ls", "--cache", "store").out()).contains("docker.io/library/web");
        Files.writeString(folder.resolve("x.yml"), "init: [web]\n");
        assertThat(CliRun.in(folder, "build", "--offline", "--quiet", "x.yml").code())
                .isEqualTo(1);
        assertThat(CliRun.in(folder, "build", "--quiet", "--cache", "store", "x.yml")
                        .code())
                .isZero();
    }

    @Test
    void aRemovedImageIsGone() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");

        assertThat(CliRun.in(folder, "image", "rm", "web")).isEqualTo(new CliRun(0, "", ""));
        assertThat(CliRun.in(folder, "image", "rm", "web"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: the image docker.io/library/web is not in the store\n"
                                + "hint: 'lamina image ls' lists those that are\n"));
    }

    @Test
    void nobodyGivesABuiltInNameToSomethingElse() throws IOException {
        TestImages.archive(folder.resolve("getty.tar"), "lamina/getty", Arch.AMD64, "web");

        CliRun run = CliRun.in(folder, "image", "import", "-q", "getty.tar");

        assertThat(run)
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: " + folder.resolve("getty.tar")
                                + " calls an image lamina/getty, as only built-in ones are called\n"
                                + "hint: give it a name that does not begin with lamina/\n"));
        assertThat(CliRun.in(folder, "image", "ls").out()).isEqualTo("IMAGE  ARCH  SIZE  DIGEST\n");
    }

    @Test
    void aMissingArchiveIsNamed() {
        assertThat(CliRun.in(folder, "image", "import", "none.tar"))
                .isEqualTo(new CliRun(1, "", "lamina: " + folder.resolve("none.tar") + ": no such file\n"));
    }

    @Test
    void somethingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("text.tar"), "no tar at all".repeat(100));
        CliRun run = CliRun.in(folder, "image", "import", "text.tar");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("lamina: " + folder.resolve("text.tar"))
                .contains("no tar archive");
    }

    @Test
    void whatIsExportedComesInElsewhereUnderItsNameAndDigest() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");
        TestImages.add(folder.resolve("home/images"), "web", Arch.ARM64, "web");
        String listed = CliRun.in(folder, "image", "ls").out();

        assertThat(CliRun.in(folder, "image", "export", "-q", "web", "-o", "web.tar"))
                .isEqualTo(new CliRun(0, "", ""));
        assertThat(CliRun.in(folder, "cache", "export", "-q", "web", "--outfile", "layout/"))
                .isEqualTo(new CliRun(0, "", ""));

        assertThat(CliRun.in(folder, "image", "import", "-q", "--cache", "other", "web.tar")
                        .out())
                .isEqualTo("docker.io/library/web\n");
        assertThat(CliRun.in(folder, "image", "ls", "--cache", "other").out()).isEqualTo(listed);
        CliRun.in(folder, "image", "import", "-q", "--cache", "third", "layout");
        assertThat(CliRun.in(folder, "image", "ls", "--cache", "third").out()).isEqualTo(listed);
    }

    @Test
    void aFailedExportLeavesNothing() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");

        assertThat(CliRun.in(folder, "image", "export", "-q", "web", "none", "-o", "web.tar")
                        .err())
                .isEqualTo("lamina: the image docker.io/library/none is not in the store\n"
                        + "hint: 'lamina image ls' lists those that are\n");
        assertThat(CliRun.in(folder, "image", "export", "-q", "none", "-o", "new/")
                        .code())
                .isEqualTo(1);
        assertThat(CliRun.in(folder, "image", "export", "web", "none", "--name", "x", "-o", "x.tar")
                        .code())
                .isEqualTo(2);
        assertThat(folder.toFile().list()).containsExactly("home");
    }

    @Test
    void standardInputIsTakenAndStandardOutputWritten() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");
        CliRun.in(folder, "image", "export", "-q", "--format", "docker", "web", "-o", "web.tar");
        String tar = Files.readString(folder.resolve("web.tar"));

        assertThat(CliRun.in(folder, "image", "export", "-q", "-f", "docker", "web", "-o", "-")
                        .out())
                .isEqualTo(tar);
        assertThat(CliRun.withInput(folder, tar, "image", "import", "-q", "--cache", "other", "-"))
                .isEqualTo(new CliRun(0, "docker.io/library/web:latest\n", ""));
        assertThat(CliRun.withInput(folder, "", "image", "import", "-q", "-").err())
                .isEqualTo("lamina: standard input is empty\nhint: fetch or make it again\n");
    }

    @Test
    void aRootFileSystemComesInWithItsConfig() throws IOException {
        Files.createDirectories(folder.resolve("root/bin"));
        Files.writeString(folder.resolve("root/bin/hello"), "#!/bin/sh");

        assertThat(CliRun.in(folder, "image", "import", "-q", "root").err())
                .contains("holds no image, only files\nhint: to make an image of them, name it: --name");
        assertThat(CliRun.in(
                        folder,
                        "image",
                        "import",
                        "-q",
                        "--name",
                        "mine:1",
                        "--entrypoint",
                        "[\"/bin/hello\", \"big world\"]",
                        "--cmd=serve  now",
                        "--env",
                        "A=b=c",
                        "root"))
                .isEqualTo(new CliRun(0, "docker.io/library/mine:1\n", ""));
        Files.writeString(folder.resolve("x.yml"), "onboot: [{name: a, image: \"mine:1\"}]\n");
        CliRun.in(folder, "build", "-q", "-o", "x.tar", "x.yml");
        assertThat(Files.readString(folder.resolve("x.tar"), StandardCharsets.ISO_8859_1))
                .contains("\"big world\"", "\"now\"", "\"A=b=c\"");
        assertThat(CliRun.in(folder, "image", "import", "--name", "x", "--env", "A", "root")
                        .err())
                .startsWith("lamina: 'A' is not NAME=VALUE\n");
    }

    @Test
    void pruningGivesTheRoomOfRemovedImagesBack() throws IOException {
        TestImages.archive(folder.resolve("web.tar"), "web", Arch.AMD64, "web");
        CliRun.in(folder, "image", "import", "-q", "web.tar");
        assertThat(CliRun.in(folder, "image", "prune", "-q").out()).isEqualTo("removed 0 files, 0 B\n");
        CliRun.in(folder, "image", "rm", "web");

        assertThat(CliRun.in(folder, "image", "prune", "-q", "--dry-run").out())
                .matches("would remove 4 files, [0-9]+ B\n");
        assertThat(CliRun.in(folder, "image", "prune", "--json").out())
                .matches("\\{\"dryRun\":false,\"files\":4,\"bytes\":[0-9]+,\"damaged\":\\[],"
                        + "\"inUseFiles\":0,\"inUseBytes\":0}\n");
        assertThat(folder.resolve("home/images/blobs/sha256")).isEmptyDirectory();
    }

    @Test
    void pruningDownToASizeSaysWhatWentAndWhatIsLeft() throws IOException {
        TestImages.archive(folder.resolve("web.tar"), "web", Arch.AMD64, "web");
        CliRun.in(folder, "image", "import", "-q", "web.tar");

        assertThat(CliRun.in(folder, "image", "prune", "-q", "--keep", "1G").out())
                .matches("removed 0 files, 0 B; [0-9.]+ k?B left\n");
        assertThat(CliRun.in(folder, "image", "prune", "-q", "--keep", "0", "--dry-run")
                        .out())
                .matches("would remove 1 image, [0-9.]+ k?B; 0 B left\n");
        assertThat(CliRun.in(folder, "image", "prune", "--json", "--keep", "0").out())
                .matches(
                        "\\{\"dryRun\":false,\"files\":4,.*\"images\":\\[\"docker.io/library/web\"],\"packages\":0,\"parts\":0,\"notes\":0,\"freed\":[0-9]+,\"left\":0,\"needed\":\\[]}\n");
        assertThat(CliRun.in(folder, "image", "prune", "--keep", "much").err())
                .contains("'much' is not a size", "hint: write for example 500M or 2G");
    }

    @Test
    void aHomeOfANewerLaminaIsLeftAlone() throws IOException {
        TestImages.archive(folder.resolve("web.tar"), "web", Arch.AMD64, "web");
        assertThat(CliRun.in(folder, "image", "import", "-q", "web.tar").code()).isZero();
        assertThat(folder.resolve("home/version")).hasContent("1\n");
        Files.writeString(folder.resolve("home/version"), "2\n");

        assertThat(CliRun.in(folder, "image", "ls"))
                .isEqualTo(new CliRun(
                        3,
                        "",
                        "lamina: " + folder.resolve("home")
                                + " was written by a newer Lamina (format 2, this one knows 1)\n"
                                + "hint: use the newer Lamina, or set LAMINA_HOME to another folder; docs/state.md says"
                                + " what is in it\n"));
    }

    @Test
    void aCleanStoreIsEmpty() throws IOException {
        TestImages.archive(folder.resolve("web.tar"), "web", Arch.AMD64, "web");
        CliRun.in(folder, "cache", "import", "-q", "web.tar");

        assertThat(CliRun.in(folder, "cache", "clean").out()).matches("removed 4 files, [0-9]+ B\n");

        assertThat(CliRun.in(folder, "cache", "ls").out()).isEqualTo("IMAGE  ARCH  SIZE  DIGEST\n");
    }

    @Test
    void dockerAndPodmanAreAsked() throws IOException {
        assumeTrue(File.separatorChar == '/');
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");
        CliRun.in(folder, "image", "export", "-q", "-f", "docker", "web", "-o", "saved.tar");
        Path client = Files.createDirectory(folder.resolve("bin")).resolve("podman");
        Files.writeString(client, """
            #!/bin/sh
            [ "$1 $2 $4" = "save -o web:latest" ] || { echo "Error: $4: image not known"; exit 125; }
            cp %s "$3"
            """.formatted(folder.resolve("saved.tar")));
        Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(withPath("podman:web:latest")).isEqualTo(new CliRun(0, "docker.io/library/web:latest\n", ""));
        assertThat(withPath("podman:none"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: podman cannot save none: Error: none: image not known\n"
                                + "hint: 'podman image ls' lists what there is\n"));
        assertThat(withPath("docker:web"))
                .isEqualTo(new CliRun(
                        3,
                        "",
                        "lamina: there is no docker on the PATH\n"
                                + "hint: where there is one, run 'docker save -o image.tar web'; "
                                + "then 'lamina image import image.tar' here\n"));
        assertThat(folder.resolve("home/scratch").toFile().list()).containsExactly(".lock");
    }

    private CliRun withPath(String image) {
        Environment environment = new Environment(
                Map.of("LAMINA_HOME", "home", "PATH", folder.resolve("bin").toString()),
                folder,
                folder,
                OperatingSystem.LINUX,
                "amd64",
                false);
        return CliRun.with(new Wiring(environment), environment, "", "image", "import", "-q", image);
    }
}
