package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TinyElf;
import dev.lamina.assembler.testing.Trees.Collector;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A catalogue of three components and a shared layer, the packages that they are made of, and a store.
final class TinyCatalogue {
    static final ImageRef TOOL = ImageRef.parse("lamina/tool");
    static final ImageRef OTHER = ImageRef.parse("lamina/other");
    static final ImageRef KERNEL = ImageRef.parse("lamina/kernel");
    static final String LOADER = "/lib64/ld-linux-x86-64.so.2";
    static final String HEAD = "summary: S\ndescription: D\nicon: i\nlicence: MIT\narch: [amd64]\n";
    private static final String LIBRARIES = "usr/lib/x86_64-linux-gnu/";

    final Map<String, String> files = new HashMap<>();
    final FakePackages packages;
    private final Path dir;

    /// @param dir where its packages and its store are
    TinyCatalogue(Path dir) throws IOException {
        this.dir = dir;
        files.put("index", "components/tool\ncomponents/other\ncomponents/kernel\nlayers/base\n");
        files.put(
                "layers/base/layer.yml",
                "name: base\n"
                        + "summary: S\n"
                        + "packages: [libc]\n"
                        + "libraries: [libc.so.6]\n"
                        + "loader: true\n"
                        + "links: {/bin/sh: box}\n");
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

    static Tree libc(String... needed) {
        List<String> all = new ArrayList<>(List.of(needed));
        all.add("ld-linux-x86-64.so.2");
        return usr().file(LIBRARIES + "ld-linux-x86-64.so.2", TinyElf.library("ld-linux-x86-64.so.2"))
                .file(LIBRARIES + "libc.so.6", TinyElf.program(LOADER, all.toArray(String[]::new)))
                .file("usr/share/doc/libc", "a text that nobody needs");
    }

    /// The file may have another name than the one that programs use, and a link between.
    static Tree library(String file, String soname) {
        Tree tree = usr().file(LIBRARIES + file, TinyElf.library(soname, "libc.so.6"));
        return file.equals(soname) ? tree : tree.symlink(LIBRARIES + soname, file);
    }

    static Tree tool(String needed) {
        return usr().file("usr/bin/tool", TinyElf.program(LOADER, needed, "libc.so.6"));
    }

    static Tree usr() {
        return new Tree().folder("usr");
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

    StoredImage provide(ImageRef ref) throws IOException {
        try (CatalogueImages images = images(store(), false)) {
            return images.provide(ref, Arch.AMD64, Reporter.silent());
        }
    }

    Optional<StoredImage> present(boolean locked) throws IOException {
        try (CatalogueImages images = images(store(), locked)) {
            return images.present(TOOL, Arch.AMD64);
        }
    }

    ImageStore store() throws IOException {
        return ImageStore.open(dir.resolve("store"));
    }

    CatalogueImages images(ImageStore store, boolean locked) {
        Catalogue catalogue = Catalogue.of(path ->
                Optional.ofNullable(files.get(path)).map(text -> ByteSource.of(text.getBytes(StandardCharsets.UTF_8))));
        return new CatalogueImages(catalogue, packages, store, locked);
    }

    List<String> lines(Layer layer) throws IOException {
        return entries(layer).stream().map(item -> shortened(item.entry())).toList();
    }

    String content(Layer layer, String path) throws IOException {
        return entries(layer).stream()
                .filter(item -> item.entry().contains(" " + path + " "))
                .findFirst()
                .orElseThrow()
                .content();
    }

    List<String> tar(Layer layer, String name) throws IOException {
        Collector files = new Collector();
        byte[] tar = content(layer, name).getBytes(StandardCharsets.ISO_8859_1);
        new TarReader(new ByteArrayInputStream(tar), name).streamTo(files);
        return files.lines().stream().map(TinyCatalogue::shortened).toList();
    }

    private List<Item> entries(Layer layer) throws IOException {
        Collector collector = new Collector();
        try (InputStream tar = store().openLayer(layer)) {
            new TarReader(tar, "layer").streamTo(collector);
        }
        return collector.items();
    }

    /// Owner and time are the same everywhere, which is checked here too.
    private static String shortened(String entry) {
        return entry.replaceAll(" 0:0 @1492533000 \\d+ 0,0", "")
                .replaceAll(" \\{\\}$", "")
                .replaceAll(" -> $", "");
    }
}
