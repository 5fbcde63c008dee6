package dev.lamina.assembler.format;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a build wrote.
///
/// @param files in the order in which they were written
/// @param media what a hypervisor can boot, when one of the formats is that
public record ImageOutput(List<OutputFile> files, Optional<BootMedia> media) {
    public ImageOutput {
        files = List.copyOf(files);
    }

    /// @param size in bytes
    public record OutputFile(Path path, long size, Digest sha256) {}
}
