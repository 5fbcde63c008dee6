package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TinyElf;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueImagesTest {
    @TempDir
    Path dir;

    private TinyCatalogue catalogue;

    @BeforeEach
    void describe() throws IOException {
        catalogue = new TinyCatalogue(dir);
    }

    @Test
    void anImageHasTheProgramItsLibrariesAndNothingElse() throws IOException {
        StoredImage image = catalogue.provide(TinyCatalogue.TOOL);

        assertThat(catalogue.lines(image.layers().getFirst()))
                .containsExactly(
                        "DIRECTORY 755 bin",
                        "SYMLINK 777 bin/sh -> box",
                        "DIRECTORY 755 lib",
                        "DIRECTORY 755 lib/x86_64-linux-gnu",
                        "FILE 644 lib/x86_64-linux-gnu/libc.so.6",
                        "DIRECTORY 755 lib64",
                        "FILE 755 lib64/ld-linux-x86-64.so.2");
        assertThat(catalogue.lines(image.layers().getLast()))
                .containsExactly(
                        "DIRECTORY 755 etc",
                        "FILE 644 etc/tool.conf",
                        "DIRECTORY 755 lib",
                        "DIRECTORY 755 lib/x86_64-linux-gnu",
                        "FILE 644 lib/x86_64-linux-gnu/libdeep.so.3",
                        "DIRECTORY 700 root",
                        "DIRECTORY 755 usr",
                        "DIRECTORY 755 usr/bin",
                        "FILE 755 usr/bin/tool");
        assertThat(catalogue.content(image.layers().getLast(), "usr/bin/tool"))
                .isEqualTo(new String(
                        TinyElf.program(TinyCatalogue.LOADER, "libdeep.so.3", "libc.so.6"),
                        StandardCharsets.ISO_8859_1));
        assertThat(image.config())
                .isEqualTo(new ImageConfig(
                        List.of("/usr/bin/tool", "-f"),
                        List.of(),
                        List.of("A=b"),
                        "",
                        "",
                        Map.of("org.mobyproject.config", "{\"readonly\":true}")));
        assertThat(image.annotations())
                .containsOnlyKeys(
                        CatalogueImages.KEY,
                        CatalogueImages.LOCKED,
                        CatalogueImages.PACKAGES,
                        CatalogueImages.ORIGINS,
                        "org.opencontainers.image.licenses")
                .containsEntry("dev.lamina.catalogue.locked", "true")
                .containsEntry("dev.lamina.catalogue.packages", "libc=2 libdeep=1 tool=1.0");
    }

    @Test
    void componentsShareEqualLayers() throws IOException {
        Layer one = catalogue.provide(TinyCatalogue.TOOL).layers().getFirst();
        Layer two = catalogue.provide(TinyCatalogue.OTHER).layers().getFirst();

        assertThat(one).isEqualTo(two);
    }

    /// In packages the order of files is as it happens.
    private static Tree data() {
        return TinyCatalogue.usr()
                .file("usr/share/each/b", "second\n")
                .file("usr/share/each/a", "first\n")
                .file("usr/share/else", "not this\n");
    }

    @Test
    void filesOfAPackageAreJoinedInTheOrderOfTheirNames() throws IOException {
        catalogue.packages.add("tool", "1.0", data(), "libc");
        catalogue.files.put(
                "components/tool/component.yml",
                "name: tool\nsection: init\n" + TinyCatalogue.HEAD
                        + "packages: [tool]\njoined: [{path: /etc/all, from: /usr/share/each}]\n");

        assertThat(catalogue.content(
                        catalogue.provide(TinyCatalogue.TOOL).layers().getLast(), "etc/all"))
                .isEqualTo("first\nsecond\n");
        assertThat(catalogue.provide(TinyCatalogue.TOOL).annotations())
                .containsEntry(CatalogueImages.PACKAGES, "tool=1.0");
    }

    /// The package has the program's content under another name, which the catalogue does not ask for.
    @Test
    void aProgramMayBeAHardLink() throws IOException {
        catalogue.packages.add(
                "tool",
                "1.0",
                TinyCatalogue.usr()
                        .file("usr/bin/a-tool", TinyElf.program(TinyCatalogue.LOADER, "libc.so.6"))
                        .hardLink("usr/bin/tool", "usr/bin/a-tool"),
                "libc");

        assertThat(catalogue.content(
                        catalogue.provide(TinyCatalogue.TOOL).layers().getLast(), "usr/bin/tool"))
                .isEqualTo(new String(TinyElf.program(TinyCatalogue.LOADER, "libc.so.6"), StandardCharsets.ISO_8859_1));
    }

    @Test
    void theSameImageIsMadeInEveryStore() throws IOException {
        StoredImage image = catalogue.provide(TinyCatalogue.TOOL);
        try (CatalogueImages others = catalogue.images(ImageStore.open(dir.resolve("other")), false)) {
            assertThat(others.provide(TinyCatalogue.TOOL, Arch.AMD64, Reporter.silent()))
                    .isEqualTo(image);
        }
    }

    @Test
    void anImageThatIsUpToDateIsNotMadeAgain() throws IOException {
        catalogue.provide(TinyCatalogue.TOOL);
        int asked = catalogue.packages.obtained();

        catalogue.provide(TinyCatalogue.TOOL);

        assertThat(catalogue.packages.obtained()).isEqualTo(asked);
    }

    @Test
    void whateverAnImageIsMadeOfChangesItsKey() throws IOException {
        List<String> keys = new ArrayList<>(List.of(key()));
        catalogue.files.merge("components/tool/root/conf", "z", String::concat);
        keys.add(key());
        catalogue.files.merge("components/tool/component.yml", "ports: [1/tcp]\n", String::concat);
        keys.add(key());
        catalogue.files.merge("layers/base/layer.yml", "directories: {/d: \"0755\"}\n", String::concat);
        keys.add(key());
        catalogue.packages.add("libdeep", "1", TinyCatalogue.library("libdeep.so.3", "libdeep.so.3"), "libc");
        keys.add(key());

        assertThat(keys).doesNotHaveDuplicates();
    }

    private String key() throws IOException {
        return String.valueOf(
                catalogue.provide(TinyCatalogue.TOOL).annotations().get(CatalogueImages.KEY));
    }

    @Test
    void anImageOfNewerPackagesSaysSoAndIsNotPresentWhenLockedOnesAreWanted() throws IOException {
        catalogue.packages.replace(
                "tool", "1.1", TinyCatalogue.tool("libdeep.so.3").file("usr/share/news", "1.1"), "libdeep", "libc");
        StoredImage image = catalogue.provide(TinyCatalogue.TOOL);

        assertThat(image.annotations())
                .containsEntry("dev.lamina.catalogue.locked", "false")
                .containsEntry("dev.lamina.catalogue.packages", "libc=2 libdeep=1 tool=1.1");
        assertThat(catalogue.present(false)).contains(image);
        assertThat(catalogue.present(true)).isEmpty();
    }

    @Test
    void anImageOfNewerPackagesIsMadeAgainWhenTheLockedOnesAreBack() throws IOException {
        catalogue.packages.replace("tool", "1.1", TinyCatalogue.tool("libc.so.6"), "libc");
        catalogue.provide(TinyCatalogue.TOOL);
        catalogue.packages.restore("tool");

        assertThat(catalogue.present(false)).isEmpty();
        assertThat(catalogue.provide(TinyCatalogue.TOOL).annotations())
                .containsEntry("dev.lamina.catalogue.locked", "true");
        assertThat(catalogue.present(true)).isPresent();
    }

    @Test
    void anImageWhoseLayersWereLostIsNotPresent() throws IOException {
        StoredImage image = catalogue.provide(TinyCatalogue.TOOL);
        Files.delete(dir.resolve("store/blobs/sha256")
                .resolve(image.layers().getLast().digest().hex()));

        assertThat(catalogue.present(false)).isEmpty();
        assertThat(catalogue.provide(TinyCatalogue.TOOL)).isEqualTo(image);
    }

    @Test
    void whatIsPendingIsTold() throws IOException {
        catalogue.packages.replace("tool", "1.1", TinyCatalogue.tool("libc.so.6"), "libc");
        long size =
                catalogue.packages.closure(Set.of("tool"), Arch.AMD64).getLast().size();

        try (CatalogueImages images = catalogue.images(catalogue.store(), false)) {
            assertThat(images.pending(TinyCatalogue.TOOL, Arch.AMD64))
                    .isEqualTo(new Pending("make from 4 Debian packages", 1, size));
            assertThat(images.pending(TinyCatalogue.OTHER, Arch.AMD64))
                    .isEqualTo(new Pending("make from 1 Debian package", 0, 0));
        }
    }

    /// What stands in for a locked package may need others, which belong to the same layer.
    @Test
    void aLayerOfANewerPackageHasWhatThatOneNeeds() throws IOException {
        catalogue.packages.add("libextra", "1", TinyCatalogue.library("libextra.so.1", "libextra.so.1"));
        catalogue.packages.replace("libc", "3", TinyCatalogue.libc("libextra.so.1"), "libextra");

        assertThat(catalogue.lines(
                        catalogue.provide(TinyCatalogue.OTHER).layers().getFirst()))
                .contains("FILE 644 lib/x86_64-linux-gnu/libextra.so.1");
    }
}
