package dev.lamina.assembler.packages.deb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.tar.UnsafeArchiveException;
import dev.lamina.assembler.testing.TestDeb;
import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.TreeEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DebFileTest {
    @TempDir
    Path folder;

    private DebFile deb(byte[] bytes) throws IOException {
        return new DebFile(Files.write(folder.resolve("x.deb"), bytes), "hello 1.0-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz", ".xz", ".zst"})
    void filesComeWithCleanedNamesWhateverTheCompression(String ending) throws IOException {
        Tree tree = new Tree()
                .add(TreeEntry.directory("./", 0755))
                .add(TreeEntry.directory("./usr/", 0755))
                .file("./usr/hello", "hello")
                .symlink("./usr/link", "/etc/hello")
                .hardLink("./usr/again", "./usr/hello");
        DebFile deb = deb(new TestDeb().compressedAs(ending).holding(tree).bytes());
        assertThat(Trees.items(deb))
                .isEqualTo(Trees.items(new Tree()
                        .folder("")
                        .folder("usr")
                        .file("usr/hello", "hello")
                        .symlink("usr/link", "/etc/hello")
                        .hardLink("usr/again", "usr/hello")));
    }

    @Test
    void theControlFileIsRead() throws IOException {
        assertThat(deb(new TestDeb().bytes()).control())
                .isEqualTo(
                        Map.of("Package", "hello", "Version", "1.0-1", "Installed-Size", "10", "Description", "short"));
    }

    @Test
    void aPackageThatIsCutOffAnywhereIsReported() throws IOException {
        byte[] whole = new TestDeb().bytes();
        for (int length = 0; length < whole.length; length += 7) {
            assertBad(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void aPackageWithAChangedByteIsReportedOrHarmless() throws IOException {
        byte[] whole = new TestDeb().bytes();
        for (int at = 0; at < whole.length; at += 3) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            try {
                deb(changed).streamTo((entry, content) -> content.readAllBytes());
            } catch (BadPackageException | UnsafeArchiveException e) {
                assertThat(e.getMessage()).startsWith("package hello 1.0-1");
            }
        }
    }

    @Test
    void damageAtTheVeryEndOfTheContentIsFoundToo() throws IOException {
        byte[] data = TestDeb.compressed(TestDeb.tar(new Tree().file("a", "b")), ".xz");
        data[data.length - 30] ^= 1; // behind the last byte of the tar
        assertBad(new TestDeb().bytes(data));
    }

    private void assertBad(byte[] bytes) throws IOException {
        DebFile deb = deb(bytes);
        assertThatThrownBy(() -> deb.streamTo((entry, content) -> content.readAllBytes()))
                .isInstanceOfSatisfying(BadPackageException.class, e -> {
                    assertThat(e.getMessage())
                            .isIn("package hello 1.0-1 is cut off", "package hello 1.0-1 is cut off or damaged");
                    assertThat(e.hint()).isEqualTo(Optional.of("delete " + folder.resolve("x.deb") + " and try again"));
                });
    }

    @Test
    void whatUnpacksToFarMoreThanItSaysIsStopped() throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        byte[] head = TestDeb.tar(new Tree().add(TreeEntry.file("bomb", 0644, 0), new byte[0]));
        byte[] bomb = Arrays.copyOf(head, 512);
        System.arraycopy("00010000000".getBytes(StandardCharsets.US_ASCII), 0, bomb, 124, 11); // 2 MiB, then more
        fixChecksum(bomb);
        tar.writeBytes(bomb);
        for (int i = 0; i < 70; i++) {
            tar.writeBytes(zeros);
        }
        assertBad(new TestDeb().bytes(TestDeb.compressed(tar.toByteArray(), ".xz")));
    }

    private static void fixChecksum(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        System.arraycopy("%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII), 0, header, 148, 8);
    }

    @Test
    void otherFilesAreNoPackages() throws IOException {
        ByteArrayOutputStream ar = new ByteArrayOutputStream();
        ar.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        TestDeb.member(ar, "hello.o", new byte[3]);
        assertMessage(ar.toByteArray(), "package hello 1.0-1 is no Debian package");
        assertMessage(
                "<html>not found".getBytes(StandardCharsets.US_ASCII), "package hello 1.0-1 is cut off or damaged");
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        next.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        TestDeb.member(next, "debian-binary", "3.0\n".getBytes(StandardCharsets.US_ASCII));
        assertMessage(next.toByteArray(), "package hello 1.0-1 has a format that Lamina does not know");
        TestDeb.member(next, "x", new byte[0]);
        assertMessage(
                new TestDeb().compressedAs(".lzma").bytes(),
                "package hello 1.0-1 has \"control.tar.lzma\" where control.tar should be");
        assertMessage(
                new TestDeb().control("Package: hello\n").bytes(), "package hello 1.0-1 does not say how large it is");
    }

    private void assertMessage(byte[] bytes, String message) throws IOException {
        DebFile deb = deb(bytes);
        assertThatThrownBy(() -> deb.streamTo((entry, content) -> {}))
                .isInstanceOf(BadPackageException.class)
                .hasMessage(message);
    }

    @Test
    void anEntryThatLeavesTheTreeIsRefused() throws IOException {
        DebFile deb =
                deb(new TestDeb().holding(new Tree().file("../etc/passwd", "x")).bytes());
        assertThatThrownBy(() -> deb.streamTo((entry, content) -> {}))
                .isInstanceOf(UnsafeArchiveException.class)
                .hasMessage("package hello 1.0-1: entry \"../etc/passwd\" leaves the tree by \"..\"");
    }

    @Test
    void aFailureOfWhoeverTakesTheFilesIsNotBlamedOnThePackage() throws IOException {
        DebFile deb = deb(new TestDeb().bytes());
        IOException full = new IOException("no space left");
        assertThatThrownBy(() -> deb.streamTo((TreeEntry entry, InputStream content) -> {
                    throw full;
                }))
                .isSameAs(full);
    }
}
