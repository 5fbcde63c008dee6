package dev.lamina.assembler.oci;

import dev.lamina.model.value.Digest;

/// A layer of an image: a tar, usually compressed.
///
/// @param digest of the blob as stored
/// @param size of the blob as stored, in bytes
/// @param diffId digest of the tar itself, uncompressed
public record Layer(String mediaType, Digest digest, long size, Digest diffId) {
    public static final String TAR = "application/vnd.oci.image.layer.v1.tar";
    static final String TAR_GZIP = "application/vnd.oci.image.layer.v1.tar+gzip";
    public static final String TAR_ZSTD = "application/vnd.oci.image.layer.v1.tar+zstd";
}
