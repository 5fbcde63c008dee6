package dev.lamina.vmlaunch.guest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads lines from a peer that may send anything. A line that is too long is skipped as a whole, so that a peer can
/// neither fill our memory nor make one half of a line look like a line. Both `\n` and `\r\n` end a line; what follows
/// the last line end is no line.
public final class BoundedLines {
    private final InputStream input;
    private final int limit;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int filled;

    /// @param limit of a line in bytes
    public BoundedLines(InputStream input, int limit) {
        this.input = input;
        this.limit = limit;
    }

    /// The next line that is short enough, decoded as lenient UTF-8; empty at the end.
    public Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        for (int value = read(); value >= 0; value = read()) {
            if (value != '\n') {
                tooLong |= line.size() >= limit;
                if (!tooLong) {
                    line.write(value);
                }
            } else if (tooLong) {
                tooLong = false;
                line.reset();
            } else {
                return Optional.of(text(line));
            }
        }
        return Optional.empty();
    }

    private static String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int read() throws IOException {
        if (position == filled) {
            filled = input.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }
}
