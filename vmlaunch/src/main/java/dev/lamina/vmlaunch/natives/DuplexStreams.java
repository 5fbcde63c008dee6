package dev.lamina.vmlaunch.natives;

import dev.lamina.vmlaunch.InPieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/// Native bytes in both directions as Java's streams. Closing a stream closes nothing.
final class DuplexStreams {
    private DuplexStreams() {}

    interface Reading {
        /// Waits for bytes; -1 at the end.
        int read(byte[] bytes, int offset, int length) throws IOException;
    }

    interface Writing {
        /// Writes all.
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    static InputStream input(Reading of) {
        return new InPieces() {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, bytes.length);
                return length == 0 ? 0 : of.read(bytes, offset, length);
            }
        };
    }

    static OutputStream output(Writing of) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, bytes.length);
                of.write(bytes, offset, length);
            }
        };
    }
}
