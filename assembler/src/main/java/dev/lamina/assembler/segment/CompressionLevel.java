package dev.lamina.assembler.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How hard the initial ramdisk is compressed (zstd), by the words of `--compression`.
public enum CompressionLevel {
    /// For trying things out: level 1.
    FAST(1),
    /// A tenth smaller than gzip makes it, in the same time: level 5.
    DEFAULT(5),
    /// For release: level 19, about a fifth smaller than the default and many times slower to make.
    SMALL(19);

    private final int zstd;

    CompressionLevel(int zstd) {
        this.zstd = zstd;
    }

    /// The level of zstd.
    public int zstd() {
        return zstd;
    }

    public static Optional<CompressionLevel> parse(String text) {
        return Arrays.stream(values())
                .filter(level -> level.toString().equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
