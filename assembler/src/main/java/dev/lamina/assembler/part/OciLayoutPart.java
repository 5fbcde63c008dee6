package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.LayoutCopy;
import dev.lamina.assembler.tree.Contribution;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.List;

/// An image as an OCI layout in a directory of the system.
final class OciLayoutPart {
    private OciLayoutPart() {}

    static Contribution of(Origin origin, String folder, ImageStore store, ImageRef image, List<String> platforms)
            throws IOException {
        LayoutCopy layout = store.layout(image, platforms);
        MadePart part = new MadePart(origin)
                .directories(folder + "/blobs/sha256")
                .file(folder + "/oci-layout", LayoutCopy.OCI_LAYOUT)
                .file(folder + "/index.json", layout.indexJson());
        for (BlobDescriptor blob : layout.blobs()) {
            TreeEntry entry =
                    TreeEntry.file(folder + "/blobs/sha256/" + blob.digest().hex(), 0644, blob.size());
            part.add(entry, Content.of(store, blob));
        }
        return part;
    }
}
