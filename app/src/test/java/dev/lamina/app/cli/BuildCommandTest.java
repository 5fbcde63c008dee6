package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.TestImages;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.model.value.Arch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
    private static final String SYSTEM = """
            init:
              - root
            services:
              - name: web
                image: web
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), SYSTEM);
        Path store = folder.resolve("home/images");
        TestImages.add(store, "root", Arch.AMD64, "init");
        TestImages.add(store, "web", Arch.AMD64, "web");
    }

    private CliRun build(String... args) {
        List<String> all = new ArrayList<>(List.of("build", "--quiet"));
        all.addAll(List.of(args));
        return CliRun.in(folder, all.toArray(String[]::new));
    }

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void leavesNothing() throws IOException {
        assertThat(names(folder)).containsExactly("home", "web.yml");
        Path scratch = folder.resolve("home/scratch");
        assertThat(Files.exists(scratch) ? names(scratch) : List.of(".lock")).containsExactly(".lock");
    }

    @Test
    void theFilesAreNamedAfterTheCompositionAndListed() throws IOException {
        CliRun run = build("web.yml", "--dir", "out", "--format", "tar,kernel+initrd,tar");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(names(folder.resolve("out"))).containsExactly("web-initrd.img", "web.tar");
        assertThat(run.out())
                .isEqualTo("out/web.tar  " + Bytes.text(Files.size(folder.resolve("out/web.tar"))) + "\n"
                        + "out/web-initrd.img  " + Bytes.text(Files.size(folder.resolve("out/web-initrd.img")))
                        + "\n");
    }

    @Test
    void theFilesAreJsonWhenAskedFor() throws IOException {
        CliRun run = CliRun.in(folder, "--json", "build", "--name", "my", "--format", "tar", "web.yml");

        assertThat(run.out())
                .matches("\\{(\"file\":\"my\\.tar\"|\"size\":" + Files.size(folder.resolve("my.tar"))
                        + "|\"sha256\":\"[0-9a-f]{64}\"|,)+\\}\n");
    }

    @Test
    void stepsAreToldOnStandardError() {
        CliRun run = CliRun.in(folder, "build", "--format", "tar", "web.yml");
        assertThat(run.err()).matches("writing web\\.tar: [0-9.]+ k?B, [0-9.]+ s\n");
    }

    @Test
    void oneFileGoesWhereItIsWanted() throws IOException {
        assertThat(build("web.yml", "-o", "image")).isEqualTo(new CliRun(0, "", ""));
        build("web.yml", "--format", "tar");
        assertThat(folder.resolve("image")).hasSameBinaryContentAs(folder.resolve("web.tar"));
        assertThat(names(folder)).containsExactly("home", "image", "web.tar", "web.yml");
    }

    @Test
    void oneFileGoesThroughALink() throws IOException {
        Files.writeString(folder.resolve("real"), "old");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        assertThat(build("web.yml", "-o", "link")).isEqualTo(new CliRun(0, "", ""));
        assertThat(folder.resolve("link")).isSymbolicLink();
        assertThat(Files.size(folder.resolve("real"))).isGreaterThan(1000);
    }

    @Test
    void aMinusIsStandardOutput() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = run(out, err, "build", "web.yml", "-o", "-");

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        List<String> paths = new ArrayList<>();
        try (InputStream in = new java.io.ByteArrayInputStream(out.toByteArray())) {
            new TarReader(in, "standard output").streamTo((entry, content) -> paths.add(entry.path()));
        }
        assertThat(paths).contains("root", "containers/services/web/lower/web");
        leavesNothing();
    }

    /// As `lamina build -o - big.yml | head -c 1`.
    @Test
    void aReaderThatGoesAwayEndsTheCommand() throws IOException {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(300_000, 'a', 'z').forEach(c -> noise.append((char) c));
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, noise.toString());
        long[] taken = {0};
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                taken[0] += length;
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = run(gone, err, "build", "--quiet", "web.yml", "-o", "-");

        assertThat(code).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("lamina: standard output took only a part of the image\n"
                        + "hint: the program that reads it may have ended,"
                        + " or the disk that it goes to may be full\n");
        assertThat(taken[0]).isLessThan(200_000);
        leavesNothing();
    }

    private int run(OutputStream out, OutputStream err, String... args) {
        Environment environment = CliRun.environment(folder);
        return new Cli(new Wiring(environment), environment, "1.2.3")
                .run(
                        List.of(args),
                        InputStream.nullInputStream(),
                        new PrintStream(out, true),
                        new PrintStream(err, true),
                        () -> false);
    }

    @Test
    void oneFileIsOneFormat() throws IOException {
        CliRun refused = new CliRun(
                2,
                "",
                "lamina: -o writes one file, so it goes with one of the formats tar, docker, tar-kernel-initrd\nhint: see 'lamina build --help'\n");
        assertThat(build("web.yml", "-o", "x", "--format", "kernel+initrd")).isEqualTo(refused);
        assertThat(build("web.yml", "-o", "x", "--format", "tar,kernel+initrd")).isEqualTo(refused);
        assertThat(build("web.yml", "-o", "x", "--format", "tar,tar").code()).isZero();
    }

    @Test
    void aPlaceThatCannotBeIsRefusedBeforeTheWork() throws IOException {
        assertThat(build("web.yml", "-o", "none/x"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: cannot write " + folder.resolve("none/x") + ": there is no folder "
                                + folder.resolve("none") + "\nhint: make the folder, or name another file\n"));
        assertThat(build("web.yml", "-o", "home"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: cannot write " + folder.resolve("home")
                                + ": it is a folder\nhint: name a file, or use --dir\n"));
        assertThat(build("web.yml", "--dir", "web.yml/out"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: " + folder.resolve("web.yml")
                                + " is not a folder\nhint: choose another folder, or move the file away\n"));
        leavesNothing();
    }

    @Test
    void formatsThatThereAreAreNamed() throws IOException {
        for (String command : List.of("build", "plan")) {
            assertThat(CliRun.in(folder, command, "--format", "tar,iso", "web.yml"))
                    .isEqualTo(new CliRun(
                            2,
                            "",
                            "lamina: there is no format 'iso'; formats are kernel+initrd, tar, docker, tar-kernel-initrd\n"
                                    + "hint: see 'lamina " + command + " --help'\n"));
        }
    }

    @Test
    void aNameIsNoPath() {
        assertThat(build("web.yml", "--name", "a/b"))
                .isEqualTo(new CliRun(
                        2,
                        "",
                        "lamina: 'a/b' cannot begin the name of a file; use --dir for the folder\n"
                                + "hint: see 'lamina build --help'\n"));
    }

    @Test
    void aMissingDocumentIsNamed() {
        assertThat(build("none.yml"))
                .isEqualTo(new CliRun(1, "", "lamina: cannot read none.yml: there is no such file\n"));
    }

    @Test
    void aMissingImageIsNamedWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("web.yml"), SYSTEM.replace("image: web", "image: none"));
        assertThat(build("--offline", "web.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "web.yml:5:12: services web: the image docker.io/library/none is not in the store\n"
                                + "hint: get it with 'lamina image pull' or 'lamina image import'\n"));
        leavesNothing();
    }

    @Test
    void anImageOfAnotherArchitectureIsNamedWithIt() throws IOException {
        CliRun run = build("--offline", "--arch", "aarch64", "web.yml");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("the image docker.io/library/", " is here for amd64, not for arm64\n")
                .endsWith("hint: build with --arch amd64, or import the image for arm64\n");
        leavesNothing();
    }

    @Test
    void aDryRunPrintsTheMergedDocument() throws IOException {
        Files.writeString(folder.resolve("more.yml"), "init: [more]\n");
        CliRun run = build("--dry-run", "web.yml", "more.yml");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("docker.io/library/root", "docker.io/library/more", "name: web");
        assertThat(names(folder)).containsExactly("home", "more.yml", "web.yml");
    }
}
