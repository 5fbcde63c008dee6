package dev.lamina.assembler.oci;

import dev.lamina.model.value.Digest;

/// A blob of the store: what names it, and how many bytes it has.
public record BlobDescriptor(Digest digest, long size) {}
