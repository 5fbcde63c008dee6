package dev.lamina.assembler.registry;

import dev.lamina.assembler.oci.BadImageException;
import dev.lamina.assembler.oci.Descriptor;
import dev.lamina.assembler.oci.ImageDocument;
import dev.lamina.model.value.Digest;

/// An index or a manifest as a registry sent it, byte for byte.
///
/// @param digest of the bytes
record RemoteDocument(byte[] bytes, Digest digest) {

    /// @throws BadImageException it is neither
    ImageDocument parse(String what) {
        return ImageDocument.parse(bytes, what);
    }

    Descriptor descriptor(ImageDocument parsed) {
        return new Descriptor(parsed.mediaType(), digest, bytes.length);
    }
}
