package dev.lamina.assembler.format;

import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A kind of image. The same image gives the same bytes, whatever the names of the files.
public interface Format {

    /// As `--format` takes it, e.g. `kernel+initrd`.
    String id();

    /// Whether it is made of compressed segments.
    boolean needsSegments();

    /// The names of the files that it writes.
    ///
    /// @param name the first part of them
    List<String> fileNames(String name, PreparedImage image);

    void write(String name, PreparedImage image, OutputFolder out, Reporter reporter) throws IOException;

    /// What a hypervisor can boot of the written files.
    default Optional<BootMedia> media(String name, PreparedImage image, Path folder) {
        return Optional.empty();
    }
}
