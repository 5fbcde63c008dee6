package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Contents.DataFile;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;

/// A digest of everything that a component's image is made of: when it is the same, so is the image.
final class ImageKey {
    /// Raise it whenever the same descriptions and packages give other images than before.
    private static final String MAKER = "3";

    private final MessageDigest digest = Hashing.sha256();
    private final CatalogueFiles files;

    private ImageKey(CatalogueFiles files) {
        this.files = files;
    }

    /// @param pins of all packages of the component and its layers, as locked
    static Digest of(Catalogue catalogue, Component component, Arch arch, List<PackagePin> pins) throws IOException {
        ImageKey key = new ImageKey(catalogue.files());
        key.add("maker", MAKER);
        key.add("arch", arch.toString());
        for (SharedLayer layer : catalogue.layersOf(component)) {
            key.add(layer.folder(), layer.folder() + "/layer.yml", layer.contents());
        }
        key.add(component.folder(), catalogue.description(component), component.contents());
        if (component.section() == Component.Section.KERNEL) {
            for (Component other : catalogue.needingKernel()) {
                key.add(other.folder(), other.modules() + " " + other.kernelConfig());
            }
        }
        for (PackagePin pin : pins) {
            key.add(pin.name() + " " + pin.version(), pin.sha256().toString());
        }
        return Digest.of(key.digest.digest());
    }

    private void add(String folder, String description, Contents contents) throws IOException {
        add(description, files.read(description));
        for (DataFile file : contents.files()) {
            if (file.source().isPresent()) {
                String path = folder + "/" + file.source().get();
                add(path, files.read(path));
            }
        }
    }

    private void add(String name, String text) throws IOException {
        add(name, ByteSource.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// With lengths, so that no two sequences of parts give the same bytes.
    private void add(String name, ByteSource content) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        digest.update((nameBytes.length + " " + content.size() + "\n").getBytes(StandardCharsets.US_ASCII));
        digest.update(nameBytes);
        try (InputStream in = new DigestInputStream(content.open(), digest)) {
            Streams.drain(in);
        }
    }
}
