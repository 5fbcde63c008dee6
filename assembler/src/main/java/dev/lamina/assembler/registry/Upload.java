package dev.lamina.assembler.registry;

import dev.lamina.assembler.io.Storage.IoCall;
import dev.lamina.assembler.io.Streams;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicLong;

/// A blob to be sent.
///
/// @param label for people
/// @param content opened anew for each attempt
record Upload(Digest digest, long size, String label, IoCall<InputStream> content) {

    /// @param from the first byte to send
    /// @param length how many
    /// @param furthest which byte was reported last: what is sent again does not count twice
    BodyPublisher body(long from, long length, Reporter.Step step, AtomicLong furthest) {
        if (length == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> open(from, length, step, furthest)), length);
    }

    private InputStream open(long from, long length, Reporter.Step step, AtomicLong furthest) {
        try {
            InputStream in = content.call();
            in.skipNBytes(from);
            return new Sent(in, from, from + length, step, furthest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Sent extends FilterInputStream {
        private final long end;
        private final Reporter.Step step;
        private final AtomicLong furthest;
        private long position;

        Sent(InputStream in, long position, long end, Reporter.Step step, AtomicLong furthest) {
            super(in);
            this.position = position;
            this.end = end;
            this.step = step;
            this.furthest = furthest;
        }

        @Override
        public int read() throws IOException {
            return Streams.readOne(this);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (position == end) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, end - position));
            if (read > 0) {
                position += read;
                long before = furthest.getAndAccumulate(position, Math::max);
                step.advance(Math.max(0, position - before));
            }
            return read;
        }
    }
}
