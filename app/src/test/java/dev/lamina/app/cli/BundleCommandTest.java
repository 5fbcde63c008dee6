package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandTest {
    private static final String TEXT = """
            init: [base]
            services:
              - name: web
                image: example.org/web:1
            volumes:
              - {name: v, image: base, format: oci}
            files:
              - {path: etc/a, source: sub/a.txt}
              - {path: etc/b, source: absent.txt, optional: true}
              - {path: etc/c, metadata: yaml}
            """;

    @TempDir
    Path folder;

    private Path there;

    @BeforeEach
    void fill(@TempDir Path elsewhere) throws IOException {
        there = elsewhere;
        Path store = folder.resolve("home/images");
        for (Arch arch : List.of(Arch.AMD64, Arch.ARM64)) {
            TestImages.add(store, "base", arch, "base " + arch);
            TestImages.add(store, "example.org/web:1", arch, "web " + arch);
        }
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/a.txt"), "the file");
        Files.writeString(folder.resolve("x.yml"), TEXT);
    }

    @Test
    void whatIsBuiltElsewhereIsTheSame() throws IOException {
        assertThat(CliRun.in(folder, "build", "-q", "--format", "tar", "-n", "x", "x.yml")
                        .code())
                .isZero();
        assertThat(CliRun.in(folder, "bundle", "-q", "x.yml", "-o", "x.bundle")).isEqualTo(new CliRun(0, "", ""));
        Files.copy(folder.resolve("x.bundle"), there.resolve("x.bundle"));
        Files.writeString(there.resolve("absent.txt"), "not this one");

        assertThat(CliRun.in(there, "build", "-q", "--offline", "--locked", "--format", "tar", "x.bundle")
                        .code())
                .isZero();
        assertThat(there.resolve("x.tar")).hasSameBinaryContentAs(folder.resolve("x.tar"));
        assertThat(findings(there, "x.bundle")).isNotEmpty().isEqualTo(findings(folder, "x.yml"));
        assertThat(CliRun.in(there, "plan", "x.bundle").out()).contains("example.org/web:1", "in the store");
        assertThat(CliRun.in(there, "size", "-q", "x.bundle").out()).contains("services web");
        assertThat(CliRun.in(there, "image", "ls").out()).isEqualTo("IMAGE  ARCH  SIZE  DIGEST\n");
    }

    /// Without their places: a bundle has the merged document.
    private static String findings(Path folder, String file) {
        return CliRun.in(folder, "validate", "-q", file).out().replaceAll("x\\.\\w+:\\d+:\\d+: ", "");
    }

    @Test
    void aBundleIsNotMended() throws IOException {
        CliRun.in(folder, "bundle", "-q", "x.yml", "-o", "x.bundle");
        byte[] before = Files.readAllBytes(folder.resolve("x.bundle"));

        assertThat(CliRun.in(folder, "validate", "-q", "--fix", "x.bundle"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: x.bundle cannot be mended, as it is a bundle\n"
                                + "hint: mend its document, and make the bundle again\n"));
        assertThat(folder.resolve("x.bundle")).hasBinaryContent(before);
    }

    @Test
    void aBundleOfTheSamePartsIsTheSameWhateverElseIsThere() throws IOException {
        CliRun.in(folder, "bundle", "-q", "x.yml", "-o", "x.bundle");
        TestImages.add(folder.resolve("home/images"), "other", Arch.AMD64, "other");
        CliRun.in(folder, "bundle", "-q", "x.yml", "-o", "again.bundle");
        assertThat(folder.resolve("again.bundle")).hasSameBinaryContentAs(folder.resolve("x.bundle"));
    }

    @Test
    void aBundleForSeveralArchitecturesBuildsForEach() throws IOException {
        Files.writeString(folder.resolve("y.yml"), "init: [base]\n");
        CliRun.in(folder, "bundle", "-q", "--arch", "arm64,amd64", "y.yml", "-o", "both.bundle");
        CliRun.in(folder, "bundle", "-q", "--arch", "arm64", "y.yml", "-o", "one.bundle");
        CliRun.in(folder, "build", "-q", "--arch", "arm64", "-o", "y.tar", "y.yml");

        for (String bundle : List.of("both.bundle", "one.bundle")) {
            Files.copy(folder.resolve(bundle), there.resolve(bundle));
            CliRun.in(there, "build", "-q", "--arch", "arm64", "-o", bundle + ".tar", bundle);
            assertThat(there.resolve(bundle + ".tar")).hasSameBinaryContentAs(folder.resolve("y.tar"));
        }
        assertThat(CliRun.in(there, "build", "-q", "-o", "x.tar", "both.bundle").code())
                .isZero();
        assertThat(CliRun.in(there, "build", "-q", "-o", "x.tar", "one.bundle").err())
                .startsWith("one.bundle:2:5: init[0]: the image docker.io/library/base is here for arm64, "
                        + "not for amd64\n");
    }

    @Test
    void aTamperedBundleIsRefused() throws IOException {
        CliRun.in(folder, "bundle", "-q", "x.yml", "-o", "x.bundle");
        byte[] bundle = Files.readAllBytes(folder.resolve("x.bundle"));
        String text = new String(bundle, StandardCharsets.ISO_8859_1);
        bundle[text.indexOf("the file")] = 'T';
        Files.write(there.resolve("x.bundle"), bundle);

        CliRun run = CliRun.in(there, "build", "-q", "-o", "x.tar", "x.bundle");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .matches("lamina: \\S+/x\\.bundle: the blob sha256:[0-9a-f]{64} has the digest sha256:[0-9a-f]{64}\n"
                        + "hint: export or pull the image again\n");
        Files.write(there.resolve("x.bundle"), new byte[0]);
        Files.copy(folder.resolve("x.bundle"), there.resolve("good.bundle"));
        assertThat(CliRun.in(there, "build", "-q", "-o", "x.tar", "good.bundle").code())
                .isZero();
        byte[] cut = Files.readAllBytes(folder.resolve("x.bundle"));
        Files.write(folder.resolve("cut.bundle"), java.util.Arrays.copyOf(cut, cut.length / 2));
        assertThat(CliRun.in(folder, there.resolve("new"), "build", "-q", "-o", "x.tar", "cut.bundle")
                        .err())
                .contains("cut.bundle is cut off");
    }

    @Test
    void otherArchivesAndMixturesAreRefused() throws IOException {
        CliRun.in(folder, "bundle", "-q", "x.yml", "-o", "x.bundle");
        CliRun.in(folder, "image", "export", "-q", "base", "-o", "base.tar");
        assertThat(CliRun.in(folder, "build", "-q", "base.tar"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: " + folder.resolve("base.tar") + " is an archive, but no bundle\n"
                                + "hint: 'lamina bundle' makes one; 'lamina image import' takes images\n"));
        assertThat(CliRun.in(folder, "build", "-q", "x.yml", "x.bundle"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: x.bundle is a bundle, which cannot be merged with other files\n"
                                + "hint: name the bundle alone\n"));
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsWritten() throws IOException {
        Files.delete(folder.resolve("sub/a.txt"));
        assertThat(CliRun.in(folder, "bundle", "-q", "x.yml", "-o", "x.bundle").err())
                .startsWith("x.yml:8:27: the source sub/a.txt of files[0] (etc/a) is not there\n");
        Files.writeString(folder.resolve("y.yml"), "init: [none]\n");
        assertThat(CliRun.in(folder, "bundle", "-q", "--offline", "y.yml", "-o", "x.bundle")
                        .err())
                .startsWith("y.yml:1:8: init[0]: the image docker.io/library/none is not in the store\n");
        assertThat(folder.resolve("x.bundle")).doesNotExist();
    }
}
