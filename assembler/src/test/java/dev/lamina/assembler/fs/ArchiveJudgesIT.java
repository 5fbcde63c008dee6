package dev.lamina.assembler.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lamina.assembler.fs.iso.IsoWriter;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.testing.Archives;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives of ours, read by programs that are not ours.
final class ArchiveJudgesIT {
    private static final String LONG = "long".repeat(40) + "/" + "name".repeat(40);

    @TempDir
    Path folder;

    private static Tree tree() {
        return new Tree()
                .folder("etc")
                .add(TreeEntry.file("etc/secret", 0600, 3), "abc".getBytes(StandardCharsets.UTF_8))
                .add(TreeEntry.file("etc/program", 04755, 5), "#!/x\n".getBytes(StandardCharsets.UTF_8))
                .file("etc/empty", "")
                .folder("etc/" + LONG.substring(0, LONG.indexOf('/')))
                .file("etc/" + LONG, "long")
                .symlink("etc/link", "../nowhere")
                .hardLink("etc/second", "etc/secret")
                .hardLink("etc/third", "etc/second")
                .add(new TreeEntry("etc/pipe", Kind.FIFO, 0640, 0, 0, TreeEntry.MADE_TIME, 0, "", 0, 0, Map.of()));
    }

    @Test
    void gnuCpioUnpacksWhatWasWritten() throws Exception {
        need("cpio");
        Path archive = Files.write(folder.resolve("archive"), Archives.cpio(tree()));
        run(archive, "cpio", "-idm", "--quiet", "--no-preserve-owner");
        check();
    }

    @Test
    void gnuTarUnpacksWhatWasWritten() throws Exception {
        need("tar");
        Path archive = folder.resolve("archive");
        try (TarWriter writer = new TarWriter(Files.newOutputStream(archive))) {
            tree().streamTo(writer);
        }
        run(archive, "tar", "-xpf", "-", "--no-same-owner");
        check();
    }

    @Test
    void pythonReadsOwnersNamesAndBinaryAttributes() throws Exception {
        need("python3");
        byte[] value = {1, 0, (byte) 0x80, (byte) 0xff};
        Tree tree = new Tree()
                .add(new TreeEntry(
                        "ping",
                        Kind.FILE,
                        0755,
                        70_000,
                        3_000_000,
                        -5,
                        0,
                        "",
                        0,
                        0,
                        Map.of("security.capability", value)))
                .file("broken\udcff", "x")
                .add(new TreeEntry("null", Kind.CHARACTER_DEVICE, 0666, 0, 0, 0, 0, "", 1, 3, Map.of()));
        Path archive = folder.resolve("archive");
        try (TarWriter writer = new TarWriter(Files.newOutputStream(archive))) {
            tree.streamTo(writer);
        }
        String script = """
            import sys, tarfile
            for e in tarfile.open(fileobj=sys.stdin.buffer, mode="r|", errors="surrogateescape"):
                xattr = e.pax_headers.get("SCHILY.xattr.security.capability", "")
                print(ascii(e.name), oct(e.mode), e.uid, e.gid, int(e.mtime), e.devmajor, e.devminor,
                      xattr.encode("utf-8", "surrogateescape").hex())
            """;
        assertThat(run(archive, "python3", "-c", script).lines())
                .containsExactly(
                        "'ping' 0o755 70000 3000000 -5 0 0 010080ff",
                        "'broken\\udcff' 0o644 0 0 1492533000 0 0 ",
                        "'null' 0o666 0 0 0 1 3 ");
    }

    @Test
    void xorrisoUnpacksWhatWasWritten() throws Exception {
        need("xorriso");
        Path image = iso(tree());
        run(image, "xorriso", "-hardlinks", "on", "-osirrox", "on", "-indev", image.toString(), "-extract", "/", ".");
        check();
        assertThat(run(image, "xorriso", "-indev", image.toString(), "-pvd_info"))
                .contains("Volume Id    : LABEL", "Preparer Id  : LAMINA", "Creation Time: 2017041816300000");
    }

    @Test
    void xorrisoFindsNamesOwnersAndDevices() throws Exception {
        need("xorriso");
        String deep = "d/".repeat(12);
        Tree tree = new Tree()
                .add(new TreeEntry("big", Kind.FILE, 0755, 70_000, 3_000_000, 0, 0, "", 0, 0, Map.of()))
                .file("broken\udcff", "x")
                .file(deep + "x".repeat(255), "deep")
                .file("same name", "1")
                .file("same_name", "2")
                .file("SAME NAME", "3")
                .symlink("far", "/" + "y/".repeat(300) + "z".repeat(255))
                .symlink("odd", "./a//../b/")
                .add(new TreeEntry("null", Kind.CHARACTER_DEVICE, 0666, 0, 0, 0, 0, "", 1, 3, Map.of()));
        Path image = iso(tree);

        String found = run(image, "xorriso", "-indev", image.toString(), "-find", "/", "-exec", "lsdl");

        assertThat(found.lines()
                        .map(line -> line.replaceAll("(?<=\\d) +\\w{3} +\\d+ +[0-9:]+ ", " ")
                                .replaceAll(" +", " ")))
                .contains(
                        "-rwxr-xr-x 1 70000 3000000 0 '/big'",
                        "-rw-r--r-- 1 0 0 4 '/" + deep + "x".repeat(255) + "'",
                        "-rw-r--r-- 1 0 0 1 '/same name'",
                        "-rw-r--r-- 1 0 0 1 '/same_name'",
                        "-rw-r--r-- 1 0 0 1 '/SAME NAME'",
                        "lrwxrwxrwx 1 0 0 0 '/far' -> '/" + "y/".repeat(300) + "z".repeat(255) + "'");
    }

    private Path iso(Tree tree) throws IOException {
        Path image = folder.resolve("image.iso");
        try (OutputStream out = Files.newOutputStream(image)) {
            IsoWriter.write(tree, "LABEL", out);
        }
        return image;
    }

    private static void need(String program) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(name -> Files.isExecutable(Path.of(name, program)));
        if (!found && "true".equals(System.getenv("CI"))) {
            fail("there is no " + program);
        }
        Assumptions.assumeTrue(found, "there is no " + program);
    }

    private String run(Path input, String... command) throws IOException, InterruptedException {
        Path output = Files.createDirectories(folder.resolve("output"));
        Process process = new ProcessBuilder(command)
                .directory(output.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void check() throws IOException {
        Path etc = folder.resolve("output/etc");
        assertThat(etc.resolve("secret")).hasContent("abc");
        assertThat(etc.resolve(LONG)).hasContent("long");
        assertThat(etc.resolve("empty")).isEmptyFile();
        assertThat(Files.readSymbolicLink(etc.resolve("link"))).isEqualTo(Path.of("../nowhere"));
        assertThat(List.of(mode("secret"), mode("program"), mode("empty"), mode("pipe")))
                .containsExactly(0100600, 0104755, 0100644, 0010640);
        for (String name : List.of("second", "third")) {
            assertThat(Files.isSameFile(etc.resolve("secret"), etc.resolve(name)))
                    .isTrue();
        }
        assertThat(Files.getAttribute(etc.resolve("secret"), "unix:nlink")).isEqualTo(3);
        assertThat(Files.getLastModifiedTime(etc.resolve("program")).toMillis()).isEqualTo(TreeEntry.MADE_TIME * 1000);
    }

    private int mode(String name) throws IOException {
        return (Integer)
                Files.getAttribute(folder.resolve("output/etc").resolve(name), "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }
}
