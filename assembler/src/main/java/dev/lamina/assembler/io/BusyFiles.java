package dev.lamina.assembler.io;

import dev.lamina.assembler.io.Storage.IoAction;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;

/// Windows refuses to rename or to remove a file that somebody reads at this moment: a virus scanner, an indexer. They
/// are done in a moment, so trying again helps. Other systems have no such refusal, and there nothing is tried twice.
public final class BusyFiles {
    /// With pauses of 10, 20, 40 … ms: a second and a quarter altogether.
    private static final int TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

    private BusyFiles() {}

    /// Runs `action`, which renames or removes `file`.
    public static void retry(Path file, IoAction action) throws IOException {
        retry(isWindows(file) ? TRIES : 1, action, BusyFiles::sleep);
    }

    static boolean isWindows(Path path) {
        return path.getFileSystem().getSeparator().equals("\\");
    }

    /// Waits.
    @FunctionalInterface
    interface Pause {
        void take(Duration time) throws IOException;
    }

    static void retry(int tries, IoAction action, Pause pause) throws IOException {
        Duration time = FIRST_PAUSE;
        for (int left = tries - 1; ; left--) {
            try {
                action.run();
                return;
            } catch (AccessDeniedException e) {
                if (left == 0) {
                    throw e;
                }
            }
            pause.take(time);
            time = time.multipliedBy(2);
        }
    }

    /// The system does not tell when somebody lets go of a file.
    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
