package dev.lamina.assembler.part;

import dev.lamina.assembler.io.DigestingInputStream;
import dev.lamina.assembler.io.Streams;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of the builder's computer, hashed when the build is planned. One that changes afterwards is an error: the
/// image would not be what the plan says.
final class LocalFile implements Content {
    /// Between two looks whether the job was cancelled.
    private static final long PIECE = 4 << 20;

    private final Path file;
    private final long size;
    private final Digest digest;

    private LocalFile(Path file, long size, Digest digest) {
        this.file = file;
        this.size = size;
        this.digest = digest;
    }

    /// @param reporter can end the reading
    static LocalFile of(Path file, Reporter reporter) throws IOException {
        try (DigestingInputStream in = new DigestingInputStream(Files.newInputStream(file))) {
            while (!Streams.drain(in, PIECE)) {
                reporter.checkCancelled();
            }
            return new LocalFile(file, in.count(), in.digest());
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public String identity() {
        return digest.toString();
    }

    @Override
    public Optional<Digest> digest() {
        return Optional.of(digest);
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return new Unchanged(new DigestingInputStream(Files.newInputStream(file)));
        } catch (NoSuchFileException e) {
            throw changed(e);
        }
    }

    private InputException changed(@Nullable Throwable cause) {
        return new InputException(file + " changed while the image was built", "build again", cause);
    }

    /// Checks at its end, and when it is closed shortly before, whether the bytes are those of the plan. Who closes it
    /// long before has given up.
    private final class Unchanged extends FilterInputStream {
        private static final long LITTLE = 1 << 20;

        private final DigestingInputStream hashed;
        private boolean checked;

        Unchanged(DigestingInputStream in) {
            super(in);
            hashed = in;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            return b < 0 ? end() : b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            return read < 0 ? end() : read;
        }

        private int end() {
            if (!checked) {
                checked = true;
                if (hashed.count() != size || !hashed.digest().equals(digest)) {
                    throw changed(null);
                }
            }
            return -1;
        }

        @Override
        public void close() throws IOException {
            try (hashed) {
                Streams.drain(this, LITTLE);
            }
        }
    }
}
