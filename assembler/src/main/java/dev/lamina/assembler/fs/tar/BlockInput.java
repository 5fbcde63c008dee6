package dev.lamina.assembler.fs.tar;

import dev.lamina.assembler.io.ArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A tar as blocks of 512 bytes: headers, and bodies padded to whole blocks.
final class BlockInput {
    private static final int BLOCK = TarHeader.BLOCK;

    private final InputStream in;
    private final String archive;
    private Body body = new Body(0, "");

    BlockInput(InputStream in, String archive) {
        this.in = in;
        this.archive = archive;
    }

    byte[] header() throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw new BadArchiveException(archive, "is cut off: it has no end mark");
        }
        return block;
    }

    byte[] readPadded(int size) throws IOException {
        byte[] padded = in.readNBytes(padded(size));
        if (padded.length < size) {
            throw new BadArchiveException(archive, "is cut off in a header");
        }
        return Arrays.copyOf(padded, size);
    }

    void skipPadded(long size) throws IOException {
        body(size, "a label");
        finishBody();
    }

    /// The next `size` bytes. Afterwards call [#finishBody()], whether they were read or not.
    InputStream body(long size, String name) {
        body = new Body(size, name);
        return body;
    }

    void finishBody() throws IOException {
        body.skipRest();
        int padding = (int) (-body.size & (BLOCK - 1));
        if (in.readNBytes(padding).length < padding) {
            throw cutOff(body.name);
        }
    }

    private static int padded(int size) {
        return (size + BLOCK - 1) & -BLOCK;
    }

    private BadArchiveException cutOff(String name) {
        return new BadArchiveException(archive, "is cut off in \"" + name + "\"");
    }

    private final class Body extends ArrayInputStream {
        private final long size;
        private final String name;
        private long left;

        Body(long size, String name) {
            this.size = size;
            this.left = size;
            this.name = name;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw cutOff(name);
            }
            left -= read;
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = in.skip(Math.min(wanted, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(left, in.available());
        }

        void skipRest() throws IOException {
            while (left > 0) {
                // skip may do nothing, also in the midst of the data; a read decides
                if (skip(left) == 0 && read() < 0) {
                    return;
                }
            }
        }
    }
}
