package dev.lamina.assembler.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.oci.ImageExport.What;
import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageExportTest {
    private static final ImageRef WEB = ImageRef.parse("example.org/web:1");
    private static final ImageRef SHOP = ImageRef.parse("shop");
    private static final ImageConfig CONFIG =
            new ImageConfig(List.of("/web"), List.of("-v"), List.of("A=b"), "/", "", Map.of("l", "m"));

    @TempDir
    Path dir;

    private ImageStore store;
    private ImageStore other;

    @BeforeEach
    void fill() throws IOException {
        store = ImageStore.open(dir.resolve("store"));
        other = ImageStore.open(dir.resolve("other"));
        Layer base = layer(new Tree().folder("etc").file("etc/a", "base").file("etc/b", "gone"));
        Layer top = layer(new Tree().folder("etc").file("etc/.wh.b", "").file("web", "top"));
        store.publish(WEB, Arch.AMD64, new ImageManifest(CONFIG, List.of(base, top)));
        store.publish(WEB, Arch.ARM64, new ImageManifest(CONFIG, List.of(base)));
        store.publish(SHOP, Arch.AMD64, new ImageManifest(CONFIG, List.of(base)));
    }

    private Layer layer(EntrySource tree) throws IOException {
        try (LayerWriter writer = store.newLayer(1)) {
            tree.streamTo(writer);
            return writer.finish();
        }
    }

    @Test
    void namesAndDigestsSurviveALayout() throws IOException {
        byte[] tar = layout(all(WEB, SHOP));

        assertThat(read(other, tar)).containsExactly(WEB, SHOP);

        assertThat(other.list()).isEqualTo(store.list());
        assertThat(other.digest(WEB)).isEqualTo(store.digest(WEB)).isPresent();
        assertThat(layout(other, all(WEB, SHOP))).isEqualTo(tar);
    }

    @Test
    void anIndexKeepsItsDigestWhenSomeOfItsPlatformsAreLeftOut() throws IOException {
        What half = new What(List.of(WEB), Optional.empty(), List.of(Arch.ARM64));

        read(other, layout(half));

        assertThat(other.digest(WEB)).isEqualTo(store.digest(WEB));
        assertThat(other.arches(WEB)).containsExactly(Arch.ARM64);
        assertThat(layout(other, all(WEB))).isEqualTo(layout(half));
        ImageStore third = ImageStore.open(dir.resolve("third"));
        read(third, layout(other, all(WEB)));
        assertThat(third.digest(WEB)).isEqualTo(store.digest(WEB));
    }

    @Test
    void aLayoutFolderIsTheSame() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("layout"));
        store.exporting(Reporter.silent()).layoutFolder(all(WEB), folder);

        assertThat(other.importing(ImportOptions.NONE, Reporter.silent()).from(folder))
                .containsExactly(WEB);

        assertThat(other.digest(WEB)).isEqualTo(store.digest(WEB));
        assertThat(other.arches(WEB)).containsExactly(Arch.AMD64, Arch.ARM64);
    }

    @Test
    void aDockerArchiveKeepsNameConfigAndFiles() throws IOException {
        byte[] tar = export(out -> store.exporting(Reporter.silent()).docker(all(WEB, SHOP), Arch.AMD64, out));

        assertThat(read(other, tar)).containsExactly(WEB, ImageRef.parse("shop:latest"));

        assertThat(other.find(SHOP, Arch.AMD64).orElseThrow().config()).isEqualTo(CONFIG);
        assertThat(items(other)).isEqualTo(items(store));
        assertThat(other.arches(WEB)).containsExactly(Arch.AMD64);
        assertThat(export(out -> other.exporting(Reporter.silent())
                        .docker(all(WEB, ImageRef.parse("shop:latest")), Arch.AMD64, out)))
                .isEqualTo(tar);
    }

    @Test
    void theFileSystemIsWhatAContainerSees() throws IOException {
        byte[] tar = export(out -> store.exporting(Reporter.silent()).fileSystem(WEB, Arch.AMD64, out));

        assertThat(Trees.items(sink -> new TarReader(new ByteArrayInputStream(tar), "tar").streamTo(sink)))
                .isEqualTo(items(store));
    }

    @Test
    void anImageGetsAnotherName() throws IOException {
        ImageRef name = ImageRef.parse("example.org/mine:2");
        read(other, layout(new What(List.of(SHOP), Optional.of(name), List.of())));
        assertThat(other.list()).extracting(StoredImage::ref).containsExactly(name);
        assertThat(other.digest(name)).isEqualTo(store.digest(SHOP));
    }

    @Test
    void anImageOfTheDigestAloneIsFoundByIndexAndByManifest() throws IOException {
        Digest index = store.digest(WEB).orElseThrow();
        Digest manifest = store.find(WEB, Arch.ARM64).orElseThrow().manifestDigest();
        assertThat(store.arches(new ImageRef(WEB + "@" + index))).containsExactly(Arch.AMD64, Arch.ARM64);
        assertThat(store.arches(ImageRef.parse("other@" + manifest))).containsExactly(Arch.ARM64);
        assertThat(store.digest(new ImageRef(WEB + "@" + manifest))).contains(manifest);
    }

    @Test
    void whatIsNotThereIsSaid() {
        ImageExport export = store.exporting(Reporter.silent());
        What riscv = new What(List.of(WEB), Optional.empty(), List.of(Arch.RISCV64));
        assertThatThrownBy(() -> export.layoutTar(riscv, OutputStream.nullOutputStream()))
                .isInstanceOf(InputException.class)
                .hasMessage("the image example.org/web:1 is here for amd64, arm64, not for riscv64");
        assertThatThrownBy(() -> export.docker(riscv, Arch.RISCV64, OutputStream.nullOutputStream()))
                .isInstanceOf(InputException.class)
                .hasMessage("the image example.org/web:1 is here for amd64, arm64, not for riscv64");
        assertThatThrownBy(() -> export.layoutTar(all(ImageRef.parse("none")), OutputStream.nullOutputStream()))
                .isInstanceOf(InputException.class)
                .hasMessage("the image docker.io/library/none is not in the store");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverIsInAnImageSurvivesEveryForm(long seed) throws IOException {
        ImageRef odd = ImageRef.parse("odd");
        store.publish(odd, Arch.AMD64, new ImageManifest(CONFIG, List.of(layer(Trees.random(seed)))));
        List<Item> before = items(store, odd);

        read(other, layout(all(odd)));
        assertThat(items(other, odd)).isEqualTo(before);
        read(other, export(out -> store.exporting(Reporter.silent()).docker(all(odd), Arch.AMD64, out)));
        assertThat(items(other, ImageRef.parse("odd:latest"))).isEqualTo(before);
        byte[] tree = export(out -> store.exporting(Reporter.silent()).fileSystem(odd, Arch.AMD64, out));
        other.importing(ImportOptions.NONE.withName(odd), Reporter.silent())
                .from(new ByteArrayInputStream(tree), "tree");
        assertThat(items(other, odd)).isEqualTo(before);
    }

    @Test
    void whatIsAttestedAboutAnImageGoesWithIt() throws IOException {
        ImageRef attested = ImageRef.parse("attested");
        Digest image = store.find(SHOP, Arch.AMD64).orElseThrow().manifestDigest();
        Digest statement = put("{}");
        Digest about = put("""
            {"schemaVersion":2,"config":{"digest":"%s","size":2},"layers":[]}\
            """.formatted(statement));
        Digest index = put("""
            {"schemaVersion":2,"manifests":[
            {"digest":"%s","platform":{"os":"linux","architecture":"amd64"}},
            {"digest":"%s","platform":{"os":"unknown","architecture":"unknown"},"annotations":{
            "vnd.docker.reference.type":"attestation-manifest","vnd.docker.reference.digest":"%s"}}]}\
            """.formatted(image, about, image));
        store.index()
                .change(
                        attested,
                        none -> Optional.of(OciJson.descriptor(
                                OciJson.INDEX,
                                new BlobDescriptor(index, store.blobs().size(index)))));

        read(other, layout(new What(List.of(attested), Optional.empty(), List.of(Arch.AMD64))));

        assertThat(other.digest(attested)).contains(index);
        assertThat(other.hasBlob(about)).isTrue();
        assertThat(other.hasBlob(statement)).isTrue();
    }

    private Digest put(String text) throws IOException {
        return store.putBlob(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .digest();
    }

    private static What all(ImageRef... images) {
        return new What(List.of(images), Optional.empty(), List.of());
    }

    private byte[] layout(What what) throws IOException {
        return layout(store, what);
    }

    private static byte[] layout(ImageStore from, What what) throws IOException {
        return export(out -> from.exporting(Reporter.silent()).layoutTar(what, out));
    }

    private interface Export {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] export(Export export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.writeTo(out);
        return out.toByteArray();
    }

    private static List<ImageRef> read(ImageStore into, byte[] tar) throws IOException {
        return into.importing(ImportOptions.NONE, Reporter.silent()).from(new ByteArrayInputStream(tar), "tar");
    }

    private static List<Item> items(ImageStore of) throws IOException {
        return items(of, WEB);
    }

    private static List<Item> items(ImageStore of, ImageRef ref) throws IOException {
        return Trees.items(FlattenedImage.of(of, of.find(ref, Arch.AMD64).orElseThrow())::streamTo);
    }
}
