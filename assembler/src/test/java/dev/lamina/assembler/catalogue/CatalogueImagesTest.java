package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.packages.deb.BadPackageException;
import dev.lamina.assembler.testing.TinyElf;
import dev.lamina.assembler.testing.Trees.Collector;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueImagesTest {
    private static final ImageRef TOOL = ImageRef.parse("lamina/tool");
    private static final ImageRef OTHER = ImageRef.parse("lamina/other");
    private static final ImageRef KERNEL = ImageRef.parse("lamina/kernel");
    private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";
    private static final String LIBRARIES = "usr/lib/x86_64-linux-gnu/";
    private static final String HEAD = "summary: S\ndescription: D\nicon: i\nlicence: MIT\narch: [amd64]\n";

    private final Map<String, String> files = new HashMap<>();

    @TempDir
    Path dir;

    private FakePackages packages;

    @BeforeEach
    void describe() throws IOException {
        files.put("index", "components/tool\ncomponents/other\ncomponents/kernel\nlayers/base\n");
        files.put(
                "layers/base/layer.yml",
                "name: base\nsummary: S\npackages: [libc]\nlibraries: [libc.so.6]\nloader: true\nlinks: {/bin/sh: box}\n");
        files.put(
                "components/tool/component.yml",
                "name: tool\nsection: service\n" + HEAD
                        + "layers: [base]\npackages: [tool]\nprograms: [/usr/bin/tool]\n"
                        + "directories: {/root: \"0700\"}\nfiles: [{path: /etc/tool.conf, source: root/conf}]\n"
                        + "command: [/usr/bin/tool, -f]\nenv: [A=b]\nconfig: {readonly: true}\n");
        files.put("components/tool/root/conf", "x=y\n");
        files.put(
                "components/other/component.yml",
                "name: other\nsection: onboot\n" + HEAD + "layers: [base]\nlinks: {/x: y}\n");
        files.put(
                "components/kernel/component.yml",
                "name: kernel\nsection: kernel\n" + HEAD + "packages: [linux-image-any]\nmodules: [b, nowhere]\n");
        packages = new FakePackages(Files.createDirectories(dir.resolve("debs")))
                .add("libc", "2", libc())
                .add("libdeep", "1", library("libdeep.so.3.1", "libdeep.so.3"), "libc")
                .add("libunused", "1", library("libunused.so.1", "libunused.so.1"))
                .add("tool", "1.0", tool("libdeep.so.3"), "libdeep", "libunused", "libc")
                .add("linux-image-any", "6", new Tree(), "linux-image-6-x")
                .add("linux-image-6-x", "6", kernel());
    }

    private static Tree libc(String... needed) {
        List<String> all = new ArrayList<>(List.of(needed));
        all.add("ld-linux-x86-64.so.2");
        return usr().file(LIBRARIES + "ld-linux-x86-64.so.2", TinyElf.library("ld-linux-x86-64.so.2"))
                .file(LIBRARIES + "libc.so.6", TinyElf.program(LOADER, all.toArray(String[]::new)))
                .file("usr/share/doc/libc", "a text that nobody needs");
    }

    /// The file may have another name than the one that programs use, and a link between.
    private static Tree library(String file, String soname) {
        Tree tree = usr().file(LIBRARIES + file, TinyElf.library(soname, "libc.so.6"));
        return file.equals(soname) ? tree : tree.symlink(LIBRARIES + soname, file);
    }

    private static Tree tool(String needed) {
        return usr().file("usr/bin/tool", TinyElf.program(LOADER, needed, "libc.so.6"));
    }

    private static Tree usr() {
        return new Tree().folder("usr");
    }

    /// In packages the order of files is as it happens.
    private static Tree data() {
        return usr().file("usr/share/each/b", "second\n")
                .file("usr/share/each/a", "first\n")
                .file("usr/share/else", "not this\n");
    }

    private static Tree kernel() throws IOException {
        String modules = "usr/lib/modules/6-x/";
        return usr().file("boot/vmlinuz-6-x", "the kernel")
                .file("boot/System.map-6-x", "what nobody needs")
                .file("boot/config-6-x", "CONFIG_X=y\n")
                .file(modules + "modules.builtin", "kernel/fs/inside.ko\n")
                .file(modules + "kernel/a.ko.xz", TinyDeb.xz(TinyElf.module("name=a", "depends=")))
                .file(modules + "kernel/b.ko.xz", TinyDeb.xz(TinyElf.module("name=b", "alias=x:b*", "depends=a")))
                .file(modules + "kernel/c.ko.xz", TinyDeb.xz(TinyElf.module("name=c", "depends=a", "alias=devname:c")));
    }

    @Test
    void anImageHasTheProgramItsLibrariesAndNothingElse() throws IOException {
        StoredImage image = provide(TOOL);

        assertThat(lines(image.layers().getFirst()))
                .containsExactly(
                        "DIRECTORY 755 bin",
                        "SYMLINK 777 bin/sh -> box",
                        "DIRECTORY 755 lib",
                        "DIRECTORY 755 lib/x86_64-linux-gnu",
                        "FILE 644 lib/x86_64-linux-gnu/libc.so.6",
                        "DIRECTORY 755 lib64",
                        "FILE 755 lib64/ld-linux-x86-64.so.2");
        assertThat(lines(image.layers().getLast()))
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
        assertThat(content(image.layers().getLast(), "usr/bin/tool"))
                .isEqualTo(
                        new String(TinyElf.program(LOADER, "libdeep.so.3", "libc.so.6"), StandardCharsets.ISO_8859_1));
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
        Layer one = provide(TOOL).layers().getFirst();
        Layer two = provide(OTHER).layers().getFirst();

        assertThat(one).isEqualTo(two);
    }

    @Test
    void aKernelImageHasTheKernelAndAnArchiveOfItsModules() throws IOException {
        StoredImage image = provide(KERNEL);
        Layer layer = image.layers().getLast();

        assertThat(lines(layer)).containsExactly("FILE 644 kernel", "FILE 644 kernel.tar");
        assertThat(content(layer, "kernel")).isEqualTo("the kernel");
        assertThat(tar(layer, "kernel.tar"))
                .containsExactly(
                        "DIRECTORY 755 lib",
                        "DIRECTORY 755 lib/modules",
                        "DIRECTORY 755 lib/modules/6-x",
                        "DIRECTORY 755 lib/modules/6-x/kernel",
                        "FILE 644 lib/modules/6-x/kernel/a.ko",
                        "FILE 644 lib/modules/6-x/kernel/b.ko",
                        "FILE 644 lib/modules/6-x/modules.alias",
                        "FILE 644 lib/modules/6-x/modules.builtin",
                        "FILE 644 lib/modules/6-x/modules.dep");
        assertThat(image.annotations()).containsEntry(CatalogueImages.PACKAGES, "linux-image-6-x=6");
    }

    private List<String> tar(Layer layer, String name) throws IOException {
        Collector files = new Collector();
        byte[] tar = content(layer, name).getBytes(StandardCharsets.ISO_8859_1);
        new TarReader(new ByteArrayInputStream(tar), name).streamTo(files);
        return files.lines().stream().map(CatalogueImagesTest::shortened).toList();
    }

    @Test
    void aKernelImageHasMoreForComponentsThatNeedIt() throws IOException {
        files.merge("components/tool/component.yml", "modules: [b, c]\nkernel-config: true\n", String::concat);
        Layer layer = provide(KERNEL).layers().getLast();

        assertThat(lines(layer))
                .containsExactly(
                        "DIRECTORY 755 extras",
                        "DIRECTORY 755 extras/lamina",
                        "FILE 644 extras/lamina/tool.tar",
                        "FILE 644 kernel",
                        "FILE 644 kernel.tar");
        assertThat(tar(layer, "kernel.tar"))
                .contains("FILE 644 lib/modules/6-x/kernel/a.ko", "FILE 644 lib/modules/6-x/kernel/b.ko")
                .doesNotContain("FILE 644 lib/modules/6-x/kernel/c.ko");
        assertThat(content(layer, "kernel.tar"))
                .contains("kernel/c.ko: kernel/a.ko")
                .doesNotContain("alias devname:c c");
        assertThat(content(layer, "extras/lamina/tool.tar")).contains("alias devname:c c");
        assertThat(tar(layer, "extras/lamina/tool.tar"))
                .containsExactly(
                        "DIRECTORY 755 etc",
                        "DIRECTORY 755 etc/modprobe.d",
                        "FILE 644 etc/modprobe.d/lamina-tool.conf",
                        "DIRECTORY 755 etc/modules-load.d",
                        "FILE 644 etc/modules-load.d/lamina-tool.conf",
                        "DIRECTORY 755 lib",
                        "DIRECTORY 755 lib/modules",
                        "DIRECTORY 755 lib/modules/6-x",
                        "FILE 644 lib/modules/6-x/config",
                        "DIRECTORY 755 lib/modules/6-x/kernel",
                        "FILE 644 lib/modules/6-x/kernel/c.ko");
    }

    @Test
    void whatComponentsNeedOfTheKernelChangesItsKey() throws IOException {
        Object before = provide(KERNEL).annotations().get(CatalogueImages.KEY);
        files.merge("components/tool/component.yml", "modules: [c]\n", String::concat);

        assertThat(provide(KERNEL).annotations().get(CatalogueImages.KEY)).isNotEqualTo(before);
    }

    @Test
    void filesOfAPackageAreJoinedInTheOrderOfTheirNames() throws IOException {
        packages.add("tool", "1.0", data(), "libc");
        files.put(
                "components/tool/component.yml",
                "name: tool\nsection: init\n" + HEAD
                        + "packages: [tool]\njoined: [{path: /etc/all, from: /usr/share/each}]\n");

        assertThat(content(provide(TOOL).layers().getLast(), "etc/all")).isEqualTo("first\nsecond\n");
        assertThat(provide(TOOL).annotations()).containsEntry(CatalogueImages.PACKAGES, "tool=1.0");
    }

    @Test
    void aFolderWithNothingToJoinIsNamed() {
        files.put(
                "components/tool/component.yml",
                "name: tool\nsection: init\n" + HEAD
                        + "packages: [tool]\njoined: [{path: /etc/all, from: /usr/share/each}]\n");

        assertThatThrownBy(() -> provide(TOOL))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("there is no /usr/share/each in the packages ");
    }

    /// The package has the program's content under another name, which the catalogue does not ask for.
    @Test
    void aProgramMayBeAHardLink() throws IOException {
        packages.add(
                "tool",
                "1.0",
                usr().file("usr/bin/a-tool", TinyElf.program(LOADER, "libc.so.6"))
                        .hardLink("usr/bin/tool", "usr/bin/a-tool"),
                "libc");

        assertThat(content(provide(TOOL).layers().getLast(), "usr/bin/tool"))
                .isEqualTo(new String(TinyElf.program(LOADER, "libc.so.6"), StandardCharsets.ISO_8859_1));
    }

    @Test
    void theSameImageIsMadeInEveryStore() throws IOException {
        StoredImage image = provide(TOOL);
        try (CatalogueImages others = images(ImageStore.open(dir.resolve("other")), false)) {
            assertThat(others.provide(TOOL, Arch.AMD64, Reporter.silent())).isEqualTo(image);
        }
    }

    @Test
    void anImageThatIsUpToDateIsNotMadeAgain() throws IOException {
        provide(TOOL);
        int asked = packages.obtained();

        provide(TOOL);

        assertThat(packages.obtained()).isEqualTo(asked);
    }

    @Test
    void whateverAnImageIsMadeOfChangesItsKey() throws IOException {
        List<String> keys = new ArrayList<>(List.of(key()));
        files.merge("components/tool/root/conf", "z", String::concat);
        keys.add(key());
        files.merge("components/tool/component.yml", "ports: [1/tcp]\n", String::concat);
        keys.add(key());
        files.merge("layers/base/layer.yml", "directories: {/d: \"0755\"}\n", String::concat);
        keys.add(key());
        packages.add("libdeep", "1", library("libdeep.so.3", "libdeep.so.3"), "libc");
        keys.add(key());

        assertThat(keys).doesNotHaveDuplicates();
    }

    private String key() throws IOException {
        return String.valueOf(provide(TOOL).annotations().get(CatalogueImages.KEY));
    }

    @Test
    void anImageOfNewerPackagesSaysSoAndIsNotPresentWhenLockedOnesAreWanted() throws IOException {
        packages.replace("tool", "1.1", tool("libdeep.so.3").file("usr/share/news", "1.1"), "libdeep", "libc");
        StoredImage image = provide(TOOL);

        assertThat(image.annotations())
                .containsEntry("dev.lamina.catalogue.locked", "false")
                .containsEntry("dev.lamina.catalogue.packages", "libc=2 libdeep=1 tool=1.1");
        assertThat(present(false)).contains(image);
        assertThat(present(true)).isEmpty();
    }

    @Test
    void anImageOfNewerPackagesIsMadeAgainWhenTheLockedOnesAreBack() throws IOException {
        packages.replace("tool", "1.1", tool("libc.so.6"), "libc");
        provide(TOOL);
        packages.restore("tool");

        assertThat(present(false)).isEmpty();
        assertThat(provide(TOOL).annotations()).containsEntry("dev.lamina.catalogue.locked", "true");
        assertThat(present(true)).isPresent();
    }

    @Test
    void anImageWhoseLayersWereLostIsNotPresent() throws IOException {
        StoredImage image = provide(TOOL);
        Files.delete(dir.resolve("store/blobs/sha256")
                .resolve(image.layers().getLast().digest().hex()));

        assertThat(present(false)).isEmpty();
        assertThat(provide(TOOL)).isEqualTo(image);
    }

    @Test
    void whatIsPendingIsTold() throws IOException {
        packages.replace("tool", "1.1", tool("libc.so.6"), "libc");
        long size = packages.closure(Set.of("tool"), Arch.AMD64).getLast().size();

        try (CatalogueImages images = images(store(), false)) {
            assertThat(images.pending(TOOL, Arch.AMD64)).isEqualTo(new Pending("make from 4 Debian packages", 1, size));
            assertThat(images.pending(OTHER, Arch.AMD64)).isEqualTo(new Pending("make from 1 Debian package", 0, 0));
        }
    }

    @Test
    void aLibraryThatNoPackageHasIsNamed() throws IOException {
        packages.add("tool", "1.0", tool("libnone.so.1"), "libdeep", "libc");

        assertThatThrownBy(() -> provide(TOOL))
                .isInstanceOf(InputException.class)
                .hasMessage("/usr/bin/tool needs the library libnone.so.1, which is in none of the packages"
                        + " libc, libdeep, tool")
                .extracting(e -> ((InputException) e).hint())
                .isEqualTo(Optional.of("name the package that has it in the component's description,"
                        + " then run `lamina catalogue update`"));
        assertThat(dir.resolve("store/ingest")).isEmptyDirectory();
    }

    @Test
    void aProgramThatThePackageHasNoLongerIsNamed() throws IOException {
        packages.add("tool", "1.0", new Tree(), "libdeep", "libc");

        assertThatThrownBy(() -> provide(TOOL))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no /usr/bin/tool in the packages libc, libdeep, tool");
    }

    @Test
    void aDamagedProgramIsNamed() throws IOException {
        byte[] cut = Arrays.copyOf(TinyElf.program(LOADER, "libc.so.6"), 100);
        packages.add("tool", "1.0", usr().file("usr/bin/tool", cut), "libc");

        assertThatThrownBy(() -> provide(TOOL))
                .isInstanceOf(InputException.class)
                .hasMessage("/usr/bin/tool of the package tool is cut off");
    }

    @Test
    void aPackageThatIsCutOffIsNamedAndLeavesNothing() throws IOException {
        Path deb = dir.resolve("debs")
                .resolve(packages.closure(Set.of("libunused"), Arch.AMD64)
                        .getFirst()
                        .sha256()
                        .hex());
        byte[] whole = Files.readAllBytes(deb);
        Files.write(deb, Arrays.copyOf(whole, whole.length - 60));

        assertThatThrownBy(() -> provide(TOOL))
                .isInstanceOf(BadPackageException.class)
                .hasMessage("package libunused 1 is cut off or damaged");
        assertThat(dir.resolve("store/ingest")).isEmptyDirectory();
    }

    /// What stands in for a locked package may need others, which belong to the same layer.
    @Test
    void aLayerOfANewerPackageHasWhatThatOneNeeds() throws IOException {
        packages.add("libextra", "1", library("libextra.so.1", "libextra.so.1"));
        packages.replace("libc", "3", libc("libextra.so.1"), "libextra");

        assertThat(lines(provide(OTHER).layers().getFirst())).contains("FILE 644 lib/x86_64-linux-gnu/libextra.so.1");
    }

    @Test
    void manyThreadsTogetherDoNoMoreThanOneAlone() throws Exception {
        Work alone = new Work();
        try (CatalogueImages images = images(ImageStore.open(dir.resolve("alone")), false)) {
            images.provide(TOOL, Arch.AMD64, alone.reporter());
            images.provide(OTHER, Arch.AMD64, alone.reporter());
        }
        Work together = new Work();
        try (CatalogueImages images = images(store(), false);
                var executor = Executors.newFixedThreadPool(8)) {
            List<Callable<StoredImage>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ImageRef ref = i % 2 == 0 ? TOOL : OTHER;
                work.add(() -> images.provide(ref, Arch.AMD64, together.reporter()));
            }
            for (Future<StoredImage> made : executor.invokeAll(work)) {
                assertThat(made.get().annotations()).containsEntry(CatalogueImages.LOCKED, "true");
            }
        }
        assertThat(together.steps).containsExactlyInAnyOrder("making lamina/tool", "making lamina/other");
        assertThat(together.bytes).hasValue(alone.bytes.get());
    }

    /// What was reported.
    private static final class Work {
        private final Queue<String> steps = new ConcurrentLinkedQueue<>();
        private final AtomicLong bytes = new AtomicLong();

        Reporter reporter() {
            return new Reporter(this::take, () -> false);
        }

        private void take(Progress progress) {
            switch (progress) {
                case Progress.Started started -> steps.add(started.label());
                case Progress.Advanced advanced -> bytes.addAndGet(advanced.bytes());
                default -> {
                    // of no interest here
                }
            }
        }
    }

    @Test
    void aCancelledMakingLeavesNothing() throws IOException {
        Reporter cancelled = new Reporter(progress -> {}, () -> true);
        try (CatalogueImages images = images(store(), false)) {
            assertThatThrownBy(() -> images.provide(TOOL, Arch.AMD64, cancelled))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(dir.resolve("store/ingest")).isEmptyDirectory();
        assertThat(provide(TOOL).ref()).isEqualTo(TOOL);
    }

    private StoredImage provide(ImageRef ref) throws IOException {
        try (CatalogueImages images = images(store(), false)) {
            return images.provide(ref, Arch.AMD64, Reporter.silent());
        }
    }

    private Optional<StoredImage> present(boolean locked) throws IOException {
        try (CatalogueImages images = images(store(), locked)) {
            return images.present(TOOL, Arch.AMD64);
        }
    }

    private ImageStore store() throws IOException {
        return ImageStore.open(dir.resolve("store"));
    }

    private CatalogueImages images(ImageStore store, boolean locked) {
        Catalogue catalogue = Catalogue.of(path ->
                Optional.ofNullable(files.get(path)).map(text -> ByteSource.of(text.getBytes(StandardCharsets.UTF_8))));
        return new CatalogueImages(catalogue, packages, store, locked);
    }

    private List<String> lines(Layer layer) throws IOException {
        return entries(layer).stream().map(item -> shortened(item.entry())).toList();
    }

    /// Owner and time are the same everywhere, which is checked here too.
    private static String shortened(String entry) {
        return entry.replaceAll(" 0:0 @1492533000 \\d+ 0,0", "")
                .replaceAll(" \\{\\}$", "")
                .replaceAll(" -> $", "");
    }

    private String content(Layer layer, String path) throws IOException {
        return entries(layer).stream()
                .filter(item -> item.entry().contains(" " + path + " "))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private List<Item> entries(Layer layer) throws IOException {
        Collector collector = new Collector();
        try (InputStream tar = store().openLayer(layer)) {
            new TarReader(tar, "layer").streamTo(collector);
        }
        return collector.items();
    }
}
