package dev.lamina.app.testing;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.oci.ImageManifest;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.LayerWriter;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Small images of one file each.
public final class TestImages {
    private TestImages() {}

    /// Puts an image into a store.
    ///
    /// @param content of the file `/NAME` in it, where NAME is the image's last word
    public static void add(Path store, String image, Arch arch, String content) throws IOException {
        try (ImageStore images = ImageStore.open(store)) {
            add(images, image, arch, content);
        }
    }

    private static void add(ImageStore images, String image, Arch arch, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String file = image.substring(image.lastIndexOf('/') + 1);
        Layer layer;
        try (LayerWriter writer = images.newLayer(1)) {
            writer.accept(TreeEntry.file(file, 0755, bytes.length), new ByteArrayInputStream(bytes));
            layer = writer.finish();
        }
        ImageConfig config = new ImageConfig(List.of("/" + file), List.of(), List.of(), "", "", java.util.Map.of());
        images.publish(ImageRef.parse(image), arch, new ImageManifest(config, List.of(layer)));
    }

    /// Makes an OCI archive of one image.
    public static void archive(Path tar, String image, Arch arch, String content) throws IOException {
        Path store = Files.createTempDirectory(tar.toAbsolutePath().getParent(), "store");
        add(store, image, arch, content);
        List<Path> files;
        try (Stream<Path> all = Files.walk(store)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (TarWriter writer = new TarWriter(Files.newOutputStream(tar))) {
            for (Path file : files) {
                String name = store.relativize(file).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(file)) {
                    writer.accept(TreeEntry.file(name, 0644, Files.size(file)), in);
                }
            }
        }
    }
}
