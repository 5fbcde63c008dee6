package dev.lamina.vmlaunch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts a console into lines in bounded memory. Takes bytes without escape sequences. A line that does not end comes in
/// pieces that overlap, so that what is looked for is whole in one of them. Not made safe to print.
final class ConsoleLines {
    private static final int PIECE = 1024;
    private static final int OVERLAP = 256;

    private final Consumer<String> sink;
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    ConsoleLines(Consumer<String> sink) {
        this.sink = sink;
    }

    void accept(int value) {
        if (value == '\n') {
            flush();
            open.reset();
            return;
        }
        open.write(value);
        if (open.size() >= PIECE) {
            flush();
            byte[] piece = open.toByteArray();
            open.reset();
            open.write(piece, PIECE - OVERLAP, OVERLAP);
        }
    }

    /// Hands over the line that has not ended yet; it goes on.
    void flush() {
        if (open.size() > 0) {
            sink.accept(open.toString(StandardCharsets.UTF_8));
        }
    }
}
