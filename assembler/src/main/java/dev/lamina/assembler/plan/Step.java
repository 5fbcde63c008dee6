package dev.lamina.assembler.plan;

import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One step of a build, as it can be told beforehand.
public sealed interface Step {

    /// Tells the steps of a build apart, in the plan and while they are done, e.g. `format tar`.
    String id();

    /// Gets an image ready.
    ///
    /// @param pending what there is to do; empty when the image is in the store
    record ProvideImage(ImageRef image, Optional<Pending> pending) implements Step {
        @Override
        public String id() {
            return "image " + image.name();
        }
    }

    /// Makes a part of the initial ramdisk.
    ///
    /// @param label which components it is from, e.g. `services[0] and 2 more`
    /// @param contentBytes of its files, uncompressed
    /// @param cachedBytes compressed, when it was made before
    record MakeSegment(Digest key, String label, long contentBytes, OptionalLong cachedBytes) implements Step {
        public boolean cached() {
            return cachedBytes.isPresent();
        }

        @Override
        public String id() {
            return "segment " + key.hex();
        }
    }

    /// Writes the files of a format.
    record WriteFormat(String format, List<String> files) implements Step {
        public WriteFormat {
            files = List.copyOf(files);
        }

        @Override
        public String id() {
            return "format " + format;
        }
    }
}
