package dev.lamina.model;

import dev.lamina.model.value.ImageRef;
import java.util.Optional;

/// The `kernel` section. Empty members were not given; in the effective values the defaults stand for them.
public record Kernel(
        Optional<ImageRef> image,
        Optional<String> cmdline,
        Optional<String> binary,
        Optional<String> tar,
        Optional<String> ucode) {

    public static final Kernel NONE =
            new Kernel(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public String effectiveCmdline() {
        return cmdline.orElse("");
    }

    /// The kernel's file in the image.
    public String effectiveBinary() {
        return binary.filter(name -> !name.isEmpty()).orElse("kernel");
    }

    /// The tar of modules in the image; empty for `none` or an empty text.
    public Optional<String> effectiveTar() {
        String name = tar.orElse("kernel.tar");
        return name.isEmpty() || name.equals("none") ? Optional.empty() : Optional.of(name);
    }
}
