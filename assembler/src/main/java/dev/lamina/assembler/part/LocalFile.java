package dev.lamina.assembler.part;

import dev.lamina.assembler.io.DigestingInputStream;
import dev.lamina.assembler.io.Streams;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the builder's computer, hashed when the build is planned. One that changes afterwards is an error: the
/// image would not be what the plan says.
final class LocalFile implements Content {
    private final Path file;
    private final long size;
    private final Digest digest;

    private LocalFile(Path file, long size, Digest digest) {
        this.file = file;
        this.size = size;
        this.digest = digest;
    }

    static LocalFile of(Path file) throws IOException {
        try (DigestingInputStream in = new DigestingInputStream(Files.newInputStream(file))) {
            Streams.drain(in);
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
    public InputStream open() throws IOException {
        DigestingInputStream hashed = new DigestingInputStream(Files.newInputStream(file));
        return new FilterInputStream(hashed) {
            @Override
            public void close() throws IOException {
                try (hashed) {
                    Streams.drain(hashed);
                    if (hashed.count() != size || !hashed.digest().equals(digest)) {
                        throw new InputException(file + " changed while the image was built", "build again");
                    }
                }
            }
        };
    }
}
