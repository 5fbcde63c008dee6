package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCommandTest {
    @TempDir
    Path folder;

    @Test
    void whatIsImportedIsListedAndCanBeBuiltFrom() throws IOException {
        TestImages.archive(folder.resolve("web.tar"), "web", Arch.AMD64, "web");

        assertThat(CliRun.in(folder, "image", "import", "web.tar"))
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

        CliRun run = CliRun.in(folder, "image", "import", "getty.tar");

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
}
