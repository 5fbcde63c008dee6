package dev.lamina.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Prints each line of a text as a JSON object. A line without end is printed in pieces.
final class JsonLines extends OutputStream {
    private static final int LONGEST = 64 * 1024;

    private final PrintStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    JsonLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) {
        if (value != '\n') {
            line.write(value);
        }
        if (value == '\n' || line.size() == LONGEST) {
            print();
        }
    }

    private void print() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        out.println(Json.line(Map.of("line", text.endsWith("\r") ? text.substring(0, text.length() - 1) : text)));
    }

    @Override
    public void close() {
        if (line.size() > 0) {
            print();
        }
    }
}
