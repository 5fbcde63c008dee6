package dev.lamina.model.yaml;

import dev.lamina.model.Kernel;
import dev.lamina.model.value.ImageRef;

/// Makes the kernel of one document, and of two.
final class KernelBinder {
    private KernelBinder() {}

    static Kernel bind(Fields fields) {
        return new Kernel(
                fields.text("image").filter(Images::usable).map(ImageRef::parse),
                fields.text("cmdline"),
                fields.text("binary"),
                fields.text("tar"),
                fields.text("ucode"));
    }

    /// Field by field what the later document gives, else what the earlier one gives.
    static Kernel merge(Kernel earlier, Kernel later) {
        return new Kernel(
                later.image().or(earlier::image),
                later.cmdline()
                        .filter(text -> !text.isEmpty())
                        .or(earlier::cmdline)
                        .or(later::cmdline),
                later.binary()
                        .filter(text -> !text.isEmpty())
                        .or(earlier::binary)
                        .or(later::binary),
                later.tar().or(earlier::tar),
                later.ucode().or(earlier::ucode));
    }

    /// Whether a field replaces that of an earlier document: an empty text says something only for `tar` and `ucode`.
    static boolean counts(String key, String text) {
        return !text.isEmpty() || key.equals("tar") || key.equals("ucode");
    }
}
