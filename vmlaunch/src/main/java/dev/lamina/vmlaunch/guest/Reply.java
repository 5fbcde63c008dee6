package dev.lamina.vmlaunch.guest;

import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.io.EOFException;
import java.util.concurrent.CompletableFuture;

/// The answer to one request as it comes in.
final class Reply {
    private static final int MAX_OUTPUT = 1024 * 1024;

    private final StringBuilder output = new StringBuilder();
    private final CompletableFuture<ExecResult> result = new CompletableFuture<>();
    private boolean truncated;

    CompletableFuture<ExecResult> result() {
        return result;
    }

    synchronized void line(String text) {
        if (output.length() + text.length() < MAX_OUTPUT) {
            output.append(text).append('\n');
        } else {
            truncated = true;
        }
    }

    synchronized void done(String code) {
        try {
            result.complete(new ExecResult(Integer.parseInt(code.strip()), output.toString(), truncated));
        } catch (NumberFormatException e) {
            result.completeExceptionally(e);
        }
    }

    void fail() {
        result.completeExceptionally(new EOFException());
    }
}
