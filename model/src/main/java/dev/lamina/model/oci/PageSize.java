package dev.lamina.model.oci;

import java.util.Optional;

/// Sizes of huge pages as the OCI runtime specification and the kernel's files name them: `64KB`, `2MB`, `1GB`.
final class PageSize {
    private static final String UNITS = "KMG";

    private PageSize() {}

    /// In the largest unit that divides it; empty for what is no whole number of KiB.
    static Optional<String> text(long bytes) {
        if (bytes <= 0 || bytes % 1024 != 0) {
            return Optional.empty();
        }
        long number = bytes / 1024;
        int unit = 0;
        while (number % 1024 == 0 && unit < UNITS.length() - 1) {
            number /= 1024;
            unit++;
        }
        return Optional.of(number + UNITS.substring(unit, unit + 1) + "B");
    }
}
