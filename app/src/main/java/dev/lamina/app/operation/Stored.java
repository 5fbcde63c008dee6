package dev.lamina.app.operation;

import dev.lamina.assembler.oci.StoreHoldings.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Something that Lamina keeps and can make again.
sealed interface Stored {
    /// When it was used last.
    Instant used();

    enum Kind {
        PACKAGE,
        PART,
        NOTE
    }

    record Image(Held held) implements Stored {
        @Override
        public Instant used() {
            return held.used();
        }
    }

    record File(Kind kind, Path path, long size, Instant used) implements Stored {

        /// What another process reads stays on Windows; the next time is another chance.
        void remove() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // it is still of use
            }
        }
    }
}
