package dev.lamina.assembler.oci;

import java.util.List;

/// An image as an OCI layout of its own: the document `index.json`, and the blobs of the store that belong to it.
public record LayoutCopy(String indexJson, List<BlobDescriptor> blobs) {
    /// The file `oci-layout`.
    public static final String OCI_LAYOUT = "{\n    \"imageLayoutVersion\": \"1.0.0\"\n}";

    public LayoutCopy {
        blobs = List.copyOf(blobs);
    }
}
