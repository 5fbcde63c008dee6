package dev.lamina.vmlaunch.testing;

import dev.lamina.vmlaunch.InPieces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// An input that a test feeds piece by piece; each read gives at most one piece.
public final class Wire extends InPieces {
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private ByteArrayInputStream current = new ByteArrayInputStream(END);
    private boolean ended;

    public void send(String text) {
        pieces.add(text.getBytes(StandardCharsets.UTF_8));
    }

    public void end() {
        pieces.add(END);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (current.available() == 0 && !ended) {
            next();
        }
        return ended ? -1 : current.read(bytes, offset, length);
    }

    private void next() throws IOException {
        try {
            byte[] piece = pieces.take();
            ended = piece == END;
            current = new ByteArrayInputStream(piece);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
