package dev.lamina.assembler.testing;

import dev.lamina.assembler.format.Format;
import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.OutputNotes;
import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.ImageManifest;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.LayerWriter;
import dev.lamina.assembler.oci.StoreImages;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.assembler.plan.BuildRequest;
import dev.lamina.assembler.plan.BuildRunner;
import dev.lamina.assembler.plan.Planner;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.assembler.segment.SegmentStore;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Everything that it takes to build, in a folder of the test, with images made of small trees.
public final class Workbench {
    private final Path home;
    private final ImageStore store;
    private final SegmentStore segments;

    private Workbench(Path home, ImageStore store, SegmentStore segments) {
        this.home = home;
        this.store = store;
        this.segments = segments;
    }

    public static Workbench in(Path home) throws IOException {
        return new Workbench(
                home, ImageStore.open(home.resolve("images")), SegmentStore.open(home.resolve("segments")));
    }

    public Path home() {
        return home;
    }

    public ImageStore store() {
        return store;
    }

    public SegmentStore segments() {
        return segments;
    }

    /// Puts an image for AMD64 into the store.
    ///
    /// @param layers bottom first
    public Workbench image(String name, Tree... layers) throws IOException {
        return image(name, ImageConfig.EMPTY, layers);
    }

    public Workbench image(String name, ImageConfig config, Tree... layers) throws IOException {
        List<Layer> stored = new ArrayList<>();
        for (Tree layer : layers) {
            stored.add(layer(layer));
        }
        store.publish(ImageRef.parse(name), Arch.AMD64, new ImageManifest(config, stored));
        return this;
    }

    /// An image whose label is what LinuxKit reads.
    public Workbench labelled(String name, String json, Tree... layers) throws IOException {
        Map<String, String> labels = Map.of(ImageConfig.CONFIG_LABEL, json);
        return image(name, new ImageConfig(List.of(), List.of("/bin/sh"), List.of(), "", "", labels), layers);
    }

    public Layer layer(EntrySource tree) throws IOException {
        try (LayerWriter writer = store.newLayer(1)) {
            tree.streamTo(writer);
            return writer.finish();
        }
    }

    /// Knows nothing yet, as in a new process.
    public ImageContents contents() {
        return new ImageContents(store, notes());
    }

    public Path notes() {
        return home.resolve("listings");
    }

    public ImageProvider provider() {
        return new StoreImages(store);
    }

    public Planner planner() {
        return new Planner(provider(), contents(), segments, notes());
    }

    public BuildRunner runner(int width) {
        return runner(provider(), width);
    }

    public BuildRunner runner(ImageProvider provider, int width) {
        return new BuildRunner(provider, planner(), segments, OutputNotes.in(home.resolve("outputs")), width);
    }

    public BuildRequest request(String yaml, Format... formats) {
        ReadResult read = new CompositionReader()
                .read(List.of(new SourceText("system.yml", yaml)))
                .orThrow();
        return new BuildRequest(
                read.composition(),
                read.sources(),
                Arch.AMD64,
                formats.length == 0 ? List.of(new KernelInitrdFormat()) : List.of(formats),
                "system",
                CompressionLevel.FAST,
                Optional.empty(),
                false,
                new LocalPaths(home, home));
    }

    /// The kept segments.
    public List<Path> segmentFiles() throws IOException {
        return files(home.resolve("segments"));
    }

    /// What lies in a folder, by name.
    public static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// What the guest's kernel unpacks.
    public static List<Item> ramdisk(Path initrd) throws IOException {
        try (InputStream in = Compression.decompress(Files.newInputStream(initrd))) {
            return Trees.items(sink -> new CpioReader(in).streamTo(sink));
        }
    }

    public static List<Item> tar(Path tar) throws IOException {
        try (InputStream in = Files.newInputStream(tar)) {
            return Trees.items(sink -> new TarReader(in, "tar").streamTo(sink));
        }
    }

    /// A text that hardly compresses, so that its component gets a segment of its own.
    public static String noise(int seed) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(seed);
        while (text.length() < 80_000) {
            text.append(Long.toHexString(random.nextLong()));
        }
        return text.substring(0, 80_000);
    }
}
