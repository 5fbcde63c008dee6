package dev.lamina.assembler.oci;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Changes what the names of a store stand for.
record ImageNames(IndexFile index, BlobStore blobs, StoredIndexes indexes) {
    Digest publish(ImageRef ref, Arch arch, ImageManifest image) throws IOException {
        image.layers().forEach(layer -> blobs.require(layer.digest()));
        BlobDescriptor config = blobs.put(OciJson.bytes(ConfigJson.write(arch, image)));
        return publish(ref, OciJson.platform(arch), OciJson.manifest(config, image.layers(), image.annotations()));
    }

    /// Other platforms of the name stay.
    Digest publish(ImageRef ref, ObjectNode platform, ObjectNode document) throws IOException {
        BlobDescriptor manifest = blobs.put(OciJson.bytes(document));
        ObjectNode descriptor = OciJson.descriptor(OciJson.MANIFEST, manifest);
        descriptor.set("platform", platform);
        index.change(ref, present -> Optional.of(indexes.with(descriptor, present)));
        return manifest.digest();
    }

    /// @param document an index or a manifest in the store
    void name(ImageRef ref, Descriptor document) throws IOException {
        blobs.require(document.digest());
        ObjectNode descriptor =
                OciJson.descriptor(document.mediaType(), new BlobDescriptor(document.digest(), document.size()));
        index.change(ref, present -> Optional.of(descriptor));
    }
}
