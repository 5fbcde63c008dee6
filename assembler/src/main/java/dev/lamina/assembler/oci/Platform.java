package dev.lamina.assembler.oci;

import dev.lamina.model.value.Arch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What an image runs on, as indexes and configs of images name it (image-spec, image-index.md).
///
/// @param variant of the processor, e.g. `v7`; empty when none is named
public record Platform(String os, String architecture, String variant) {

    /// Whether images for this run on a system that Lamina builds for `arch`. Variants are not looked at.
    public boolean isFor(Arch arch) {
        return os.equals("linux") && architecture.equals(arch.ociName());
    }

    /// The one to take for an architecture: what names no variant needs the least of a processor, then comes the lowest
    /// one; among equals the first. 64-bit ARM begins with `v8`, which is as good as none.
    public static <T> Optional<T> choose(List<T> from, Function<T, Platform> platform, Arch arch) {
        return from.stream()
                .filter(one -> platform.apply(one).isFor(arch))
                .min(Comparator.comparingInt(one -> platform.apply(one).demand()));
    }

    private int demand() {
        if (variant.isEmpty() || (architecture.equals("arm64") && variant.equals("v8"))) {
            return 0;
        }
        return variant.matches("v[0-9]{1,4}") ? Integer.parseInt(variant.substring(1)) : Integer.MAX_VALUE;
    }

    /// Whether it is one at all: what belongs to an image without being one has `unknown` here.
    public boolean isKnown() {
        return !os.isEmpty() && !os.equals("unknown");
    }

    /// As Docker writes it, e.g. `linux/arm/v7`.
    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
