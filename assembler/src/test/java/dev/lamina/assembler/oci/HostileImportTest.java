package dev.lamina.assembler.oci;

import static dev.lamina.assembler.testing.Archives.gzip;
import static dev.lamina.assembler.testing.Archives.tar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives that somebody made to do harm, or that something broke.
final class HostileImportTest {
    private static final ImageRef NAME = ImageRef.parse("web");
    private static final ImportOptions NAMED = ImportOptions.NONE.withName(NAME);

    @TempDir
    Path dir;

    private ImageStore store;

    @BeforeEach
    void open() throws IOException {
        store = ImageStore.open(dir.resolve("store"));
    }

    private enum Form {
        LAYOUT,
        DOCKER,
        ROOT
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whateverBreaksOfAnArchiveIsSaidOrDoesNotMatter(int round) throws IOException {
        for (Form form : Form.values()) {
            byte[] good = archive(form);
            for (int i = 0; i < 40; i++) {
                long seed = round * 1000L + i;
                tryToTake(form + " of seed " + seed, broken(good, new Random(seed)));
            }
        }
        assertThat(dir.resolve("store/ingest")).isEmptyDirectory();
        for (StoredImage image : store.list()) {
            readAll(image);
        }
    }

    private void tryToTake(String what, byte[] archive) {
        try {
            store.importing(NAMED, Reporter.silent()).from(new ByteArrayInputStream(archive), "archive");
        } catch (LaminaException e) {
            assertThat(e.getMessage()).as(what).isNotBlank();
        } catch (IOException | RuntimeException e) {
            fail(what, e);
        }
    }

    /// What was taken in may be no good layer, but that is said as well.
    private void readAll(StoredImage image) throws IOException {
        try {
            FlattenedImage.of(store, image).streamTo((entry, content) -> content.readAllBytes());
        } catch (LaminaException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private byte[] archive(Form form) throws IOException {
        ImageStore source = ImageStore.open(dir.resolve("source"));
        try (LayerWriter layer = source.newLayer(1)) {
            new Tree().folder("d").file("d/f", "text").symlink("l", "d/f").streamTo(layer);
            source.publish(NAME, Arch.AMD64, new ImageManifest(ImageConfig.EMPTY, List.of(layer.finish())));
        }
        ImageExport export = source.exporting(Reporter.silent());
        ImageExport.What what = new ImageExport.What(List.of(NAME), Optional.empty(), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (form) {
            case LAYOUT -> export.layoutTar(what, out);
            case DOCKER -> export.docker(what, Arch.AMD64, out);
            case ROOT -> export.fileSystem(NAME, Arch.AMD64, out);
        }
        return out.toByteArray();
    }

    private static byte[] broken(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> {
                byte[] noise = new byte[Math.min(600, bytes.length - at)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, noise.length);
            }
            default -> {
                int from = random.nextInt(bytes.length);
                System.arraycopy(bytes, from, bytes, at, Math.min(512, bytes.length - Math.max(at, from)));
            }
        }
        return bytes;
    }

    @Test
    void namesThatLeaveTheTreeAreRefused() throws IOException {
        for (String name : List.of("../evil", "/etc/evil", "a/../../evil", "blobs/sha256/../../../evil")) {
            byte[] tar = raw(name, "evil");
            assertThatThrownBy(() ->
                            store.importing(NAMED, Reporter.silent()).from(new ByteArrayInputStream(tar), "archive"))
                    .isInstanceOf(LaminaException.class);
        }
        assertThat(dir.resolve("evil")).doesNotExist();
        assertThat(Files.exists(dir.resolve("store/evil"))).isFalse();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void sizesThatAreLiesAreRefused() throws IOException {
        String text = new String(archive(Form.LAYOUT), StandardCharsets.ISO_8859_1);
        byte[] larger = text.replaceFirst("\"size\":[0-9]", "\"size\":9").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> store.importing(ImportOptions.NONE, Reporter.silent())
                        .from(new ByteArrayInputStream(larger), "archive"))
                .isInstanceOf(BadImageException.class)
                .hasMessageMatching(
                        "archive: says that the blob sha256:[0-9a-f]{64} has [0-9]+ bytes, but it has [0-9]+");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void twoIndexesAreRefused() throws IOException {
        byte[] tar = tar(new Tree().file("index.json", "{}").file("index.json", "{}"));
        assertThatThrownBy(
                        () -> store.importing(NAMED, Reporter.silent()).from(new ByteArrayInputStream(tar), "archive"))
                .isInstanceOf(BadImageException.class)
                .hasMessage("archive: has two files index.json");
    }

    @Test
    void documentsWithoutEndAreNotRead() throws IOException {
        for (String name : List.of("index.json", "manifest.json")) {
            byte[] large = new byte[OciJson.MAX_BYTES + 1];
            Arrays.fill(large, (byte) ' ');
            byte[] tar = gzip(tar(new Tree().file(name, large)));
            assertThatThrownBy(() ->
                            store.importing(NAMED, Reporter.silent()).from(new ByteArrayInputStream(tar), "archive"))
                    .isInstanceOf(BadImageException.class)
                    .hasMessage("archive: its " + name + " is too large");
        }
    }

    @Test
    void indexesThatNameThemselvesEnd() throws IOException {
        StringBuilder json = new StringBuilder("{\"manifests\":[");
        Tree tree = new Tree();
        String inner = "{\"manifests\":[]}";
        for (int i = 0; i < 8; i++) {
            byte[] bytes = inner.getBytes(StandardCharsets.UTF_8);
            String hex = Hashing.digest(bytes).hex();
            tree.file("blobs/sha256/" + hex, bytes);
            inner = "{\"manifests\":[{\"digest\":\"sha256:" + hex + "\",\"size\":" + bytes.length + "}]}";
        }
        json.append(inner, "{\"manifests\":[".length(), inner.length());
        byte[] tar = tar(tree.file("index.json", json.toString()));
        assertThatThrownBy(
                        () -> store.importing(NAMED, Reporter.silent()).from(new ByteArrayInputStream(tar), "archive"))
                .isInstanceOf(BadImageException.class)
                .hasMessage("archive: nests its indexes too deeply");
    }

    @Test
    void aBombThatCallsItselfALayerDoesNotFillTheDisk() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        byte[] tar = tar(new Tree()
                .file(
                        "c.json",
                        "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"diff_ids\":[\"sha256:"
                                + "0".repeat(64) + "\"]}}")
                .file("l.tar.gz", bomb.toByteArray())
                .file("manifest.json", "[{\"Config\":\"c.json\",\"RepoTags\":[\"web\"],\"Layers\":[\"l.tar.gz\"]}]"));
        assertThatThrownBy(() -> store.importing(ImportOptions.NONE, Reporter.silent())
                        .from(new ByteArrayInputStream(tar), "archive"))
                .isInstanceOf(LaminaException.class);
        long kept = 0;
        try (var files = Files.list(dir.resolve("store/blobs/sha256"))) {
            for (Path file : files.toList()) {
                kept += Files.size(file);
            }
        }
        assertThat(kept).isLessThan(1 << 20);
    }

    private static byte[] raw(String name, String content) throws IOException {
        String place = "x".repeat(name.length());
        byte[] tar = tar(new Tree()
                .add(
                        new TreeEntry(place, TreeEntry.Kind.FILE, 0644, 0, 0, 0, content.length(), "", 0, 0, Map.of()),
                        content.getBytes(StandardCharsets.UTF_8)));
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        int before = 0;
        int after = 0;
        for (int i = 0; i < wanted.length; i++) {
            before += tar[i];
            after += wanted[i];
            tar[i] = wanted[i];
        }
        String sum = new String(tar, 148, 6, StandardCharsets.US_ASCII);
        String next = String.format(Locale.ROOT, "%06o", Integer.parseInt(sum, 8) - before + after);
        System.arraycopy(next.getBytes(StandardCharsets.US_ASCII), 0, tar, 148, 6);
        return tar;
    }
}
