package dev.lamina.assembler.size;

import dev.lamina.model.value.Digest;
import java.util.List;

/// Files with the same content in several places of a system. Hard links and layers that containers share are there
/// once and do not count.
///
/// @param size of one of them
/// @param paths at least two, in their order
public record Duplicate(Digest content, long size, List<String> paths) {
    public Duplicate {
        paths = List.copyOf(paths);
        if (paths.size() < 2) {
            throw new IllegalArgumentException("a file that is there once");
        }
    }

    /// Bytes, uncompressed, that would be saved if it were there once.
    public long wasted() {
        return size * (paths.size() - 1);
    }
}
