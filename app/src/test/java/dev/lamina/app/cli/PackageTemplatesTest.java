package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.Needed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `@pkg:FOLDER` in documents: the names are those that LinuxKit's own tool gives, which were recorded from it.
class PackageTemplatesTest {
    private static final String SYSCTL = "docker.io/linuxkit/sysctl:7951567908e07bbd41ba84cf8ef0fcba57b7a1ab";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeRepository() throws Exception {
        write("pkg/sysctl/build.yml", "image: sysctl\nconfig:\n  capabilities: [CAP_SYS_ADMIN]\n");
        write("pkg/sysctl/Dockerfile", "FROM scratch\n");
        write("pkg/sysctl/etc/x", "x\n");
        write("pkg/extra/build.yml", """
                image: ext
                org: acme
                tag: v1-{{ .Hash }}
                extra-sources:
                - ../sysctl:/s
                """);
        git("init", "-q", ".");
        git("add", "-A");
        git("commit", "-q", "-m", "packages");
    }

    @Test
    void nameIsTheHashOfTheFoldersTree() throws Exception {
        write("doc/a.yml", """
                kernel: {image: "@pkg:../pkg/sysctl"}
                init: ["@pkg:../pkg/extra"]
                files:
                - {path: a, contents: "@pkg:../pkg/sysctl"}
                - {path: b, contents: "@pkg:../pkg/none"}
                - {path: c, contents: "@hello"}
                """);

        assertThat(dryRun("doc/a.yml").out()).isEqualTo("""
                kernel:
                  image: %s
                init:
                  - docker.io/acme/ext:9e16e8deddd674e5994572efb3cf03a4ce273245
                files:
                  - path: a
                    contents: %s
                  - path: b
                    contents: '@pkg:../pkg/none'
                  - path: c
                    contents: '@hello'
                """.formatted(SYSCTL, SYSCTL));
    }

    @Test
    void changesThatAreNotCommittedChangeTheName() throws Exception {
        write("pkg/sysctl/etc/x", "x\ny\n");

        assertThat(image("@pkg:pkg/sysctl")).isEqualTo(SYSCTL + "-dirty-05aa050");
    }

    @Test
    void newFilesChangeTheNameButLinksAndOddNamesDoNotCount() throws Exception {
        write("pkg/extra/new", "z\n");
        String before = image("@pkg:pkg/extra");
        Files.createSymbolicLink(folder.resolve("pkg/extra/ln"), Path.of("new"));
        write("pkg/extra/ü", "q\n");

        assertThat(image("@pkg:pkg/extra"))
                .isEqualTo("docker.io/acme/ext:9e16e8deddd674e5994572efb3cf03a4ce273245-dirty-820d4b3")
                .isEqualTo(before);
    }

    @Test
    void folderOutsideOfGitIsLatest(@TempDir Path elsewhere) throws Exception {
        Files.createDirectories(elsewhere.resolve("p"));
        Files.writeString(elsewhere.resolve("p/build.yml"), "image: p\n");
        Files.writeString(elsewhere.resolve("a.yml"), "init: ['@pkg:p']\n");

        assertThat(CliRun.in(elsewhere, "build", "--dry-run", "a.yml").out())
                .isEqualTo("init:\n  - docker.io/linuxkit/p:latest\n");
    }

    @Test
    void imageWithoutNameIsRefusedWithTheReason() throws Exception {
        write("pkg/bad/build.yml", "imag: x\n");
        write("pkg/fresh/build.yml", "image: fresh\n");
        write("a.yml", """
                kernel:
                  image: "@pkg:pkg/none"
                init:
                - "@pkg:pkg"
                - "@pkg:pkg/bad"
                - "@pkg:pkg/fresh"
                """);

        CliRun run = dryRun("a.yml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("a.yml:2:10: the image \"@pkg:pkg/none\" is that of a package, but there is no folder ")
                .contains("a.yml:4:3: the image \"@pkg:pkg\" in init is that of a package, but the folder ")
                .contains(" has no build.yml")
                .contains("a.yml:5:3: the image \"@pkg:pkg/bad\" in init is that of a package, but its description is")
                .contains("build.yml:1:1: ")
                .contains("a.yml:6:3: the image \"@pkg:pkg/fresh\" in init is that of a package, but git has not "
                        + "committed it yet");
    }

    private String image(String template) throws IOException {
        write("a.yml", "init: ['" + template + "']\n");
        return dryRun("a.yml").out().replace("init:\n  - ", "").strip();
    }

    private CliRun dryRun(String file) {
        return CliRun.in(folder, "build", "--dry-run", file);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", folder.toString(), "-c", "user.name=test", "-c", "user.email=test@example.org"));
        command.addAll(List.of(arguments));
        Needed.program("git");
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }
}
