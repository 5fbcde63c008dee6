package dev.lamina.assembler.segment;

import java.io.IOException;
import java.nio.file.Path;

/// A kept segment is not what was written.
public final class DamagedSegmentException extends IOException {
    DamagedSegmentException(Path file) {
        super("the segment " + file + " is damaged");
    }
}
