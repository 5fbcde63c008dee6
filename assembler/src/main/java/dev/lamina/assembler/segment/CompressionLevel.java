package dev.lamina.assembler.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How hard the initial ramdisk is compressed (zstd), by the words of `--compression`.
public enum CompressionLevel {
    /// For trying things out: level 1.
    FAST(1, Integer.MAX_VALUE),
    /// A tenth smaller than gzip makes it, in less time: level 4.
    DEFAULT(4, Integer.MAX_VALUE),
    /// For release: level 19, about a fifth smaller than the default and many times slower to make.
    SMALL(19, 2);

    private final int zstd;
    private final int atOnce;

    /// @param atOnce how many compressors may work side by side; one of level 19 needs 90 MB
    CompressionLevel(int zstd, int atOnce) {
        this.zstd = zstd;
        this.atOnce = atOnce;
    }

    /// The level of zstd.
    public int zstd() {
        return zstd;
    }

    /// How many of `width` compressors may work side by side.
    public int atOnce(int width) {
        return Math.min(width, atOnce);
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
