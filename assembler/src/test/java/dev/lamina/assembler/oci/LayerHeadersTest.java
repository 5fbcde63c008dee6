package dev.lamina.assembler.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerHeadersTest {
    private static final Tree TREE =
            new Tree().file("bin/a", Workbench.noise(1)).file("bin/b", Workbench.noise(2));

    @TempDir
    Path folder;

    private ImageStore store;

    @BeforeEach
    void open() throws IOException {
        store = ImageStore.open(folder);
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(new ZstdOutput(bytes, 1))) {
            TREE.streamTo(tar);
        }
        return bytes.toByteArray();
    }

    private List<String> headers(BlobDescriptor blob, String reading) throws IOException {
        Layer layer = new Layer(Layer.TAR_ZSTD, blob.digest(), blob.size(), blob.digest());
        FlattenedImage.LayerSource source = new FlattenedImage.LayerSource() {
            @Override
            public String name() {
                return "layer";
            }

            @Override
            public InputStream open() throws IOException {
                if (reading.equals("is read")) {
                    return store.openLayer(layer);
                }
                throw new AssertionError("the layer is read");
            }
        };
        return store.layers().headers(layer, source).stream()
                .map(TreeEntry::toString)
                .toList();
    }

    private static List<String> expected() throws IOException {
        List<String> entries = new ArrayList<>();
        try (InputStream in = Compression.decompress(new ByteArrayInputStream(tar()))) {
            new TarReader(in, "layer").streamTo((entry, content) -> entries.add(entry.toString()));
        }
        return entries;
    }

    @Test
    void aLayerThatCameInNeedNotBeReadForItsHeaders() throws IOException {
        BlobDescriptor blob = store.putLayer(new ByteArrayInputStream(tar()));

        assertThat(headers(blob, "is not read")).isEqualTo(expected());
        try (InputStream in = store.openBlob(blob.digest())) {
            assertThat(in.readAllBytes()).isEqualTo(tar());
        }
    }

    @Test
    void aLayerThatWasMadeNeedNotBeReadForItsHeaders() throws IOException {
        Layer layer;
        try (LayerWriter writer = store.newLayer(1)) {
            TREE.streamTo(writer);
            layer = writer.finish();
        }
        assertThat(headers(new BlobDescriptor(layer.digest(), layer.size()), "is not read"))
                .isEqualTo(expected());
    }

    @Test
    void aMissingOrDamagedNoteIsMadeAgain() throws IOException {
        BlobDescriptor blob = store.putLayer(new ByteArrayInputStream(tar()));
        Path note = folder.resolve("headers").resolve(blob.digest().hex());
        byte[] good = Files.readAllBytes(note);

        Files.write(note, Arrays.copyOf(good, good.length - 1));
        assertThat(headers(blob, "is read")).isEqualTo(expected());
        assertThat(Files.readAllBytes(note)).isEqualTo(good);

        Files.delete(note);
        assertThat(headers(blob, "is read")).isEqualTo(expected());
        assertThat(Files.readAllBytes(note)).isEqualTo(good);
    }

    @Test
    void whatIsNoTarIsStoredAsItIs() throws IOException {
        byte[] cut = Arrays.copyOf(tar(), tar().length / 2);
        for (byte[] bytes : List.of(
                new byte[0], "{\"a\": 1}".getBytes(UTF_8), Workbench.noise(3).getBytes(UTF_8), cut)) {
            BlobDescriptor blob = store.putLayer(new ByteArrayInputStream(bytes));
            assertThat(blob.size()).isEqualTo(bytes.length);
            assertThat(folder.resolve("headers").resolve(blob.digest().hex())).doesNotExist();
        }
    }

    @Test
    void aFailureToWriteIsNotTakenForABadTar() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        byte[] tar = tar();
        assertThatThrownBy(() -> LayerHeaders.copy(new ByteArrayInputStream(tar), full))
                .hasMessage("No space left on device");
    }
}
