package dev.lamina.vmlaunch.guest;

import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.Printed;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/// The answer to one request as it comes in.
final class Reply {
    /// The guest itself cuts off at 4 MiB.
    private static final int MAX_OUTPUT = 4 * 1024 * 1024;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final CompletableFuture<ExecResult> result = new CompletableFuture<>();
    private boolean truncated;

    /// The guest did not take the request.
    static final class Refused extends Exception {
        private final String reason;

        Refused(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    CompletableFuture<ExecResult> result() {
        return result;
    }

    /// Each line is base64 by itself.
    synchronized void data(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            int room = MAX_OUTPUT - output.size();
            truncated |= bytes.length > room;
            output.write(bytes, 0, Math.min(bytes.length, room));
        } catch (IllegalArgumentException e) {
            refused("it sent nonsense");
        }
    }

    synchronized void end(String code) {
        try {
            result.complete(new ExecResult(Integer.parseInt(code), Printed.of(output.toByteArray()), truncated));
        } catch (NumberFormatException e) {
            refused("it sent nonsense");
        }
    }

    /// @param word untrusted
    void refused(String word) {
        String safe = word.replaceAll("[^ -~]", "?");
        result.completeExceptionally(new Refused(safe.length() > 80 ? safe.substring(0, 80) : safe));
    }

    /// The machine ended before the answer did.
    void fail() {
        result.completeExceptionally(new EOFException());
    }
}
