package dev.lamina.assembler.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What a task failed with in another thread, told as if whoever waits for it had done the work himself.
public final class TaskFailures {
    private TaskFailures() {}

    /// Throws what is unchecked.
    ///
    /// @return what is to be thrown
    public static IOException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case IOException e -> e;
            case null, default -> new IOException(cause);
        };
    }
}
