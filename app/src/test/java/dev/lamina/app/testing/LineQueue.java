package dev.lamina.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What a command prints, line by line while it goes on. Unlike a pipe it may be written by threads that end.
public final class LineQueue extends OutputStream {
    private static final int PATIENCE = 180;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int next) {
        if (next == '\n') {
            lines.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else {
            line.write(next);
        }
    }

    public PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    /// Waits for the next line.
    public String next() throws InterruptedException {
        String next = lines.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(next).as("another line").isNotNull();
        return String.valueOf(next);
    }

    /// Waits for the next line that begins so.
    public String next(String beginning) throws InterruptedException {
        String next = next();
        while (!next.startsWith(beginning)) {
            next = next();
        }
        return next;
    }
}
