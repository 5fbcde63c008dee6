package dev.lamina.assembler.fs.compress;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Compresses to one zstd frame with a checksum. The same bytes in give the same bytes out, whatever the number of
/// cores and the sizes of the single writes: zstd runs in the calling thread, since its parallel mode cuts the data
/// differently.
public final class ZstdOutput extends FilterOutputStream {
    private boolean closed;

    /// @param level 1 (fast) to 19 (small); higher ones need more memory to unpack than a small guest has
    public ZstdOutput(OutputStream out, int level) throws IOException {
        super(new ZstdOutputStreamNoFinalizer(out, level).setChecksum(true).setWorkers(0));
        if (level < 1 || level > 19) {
            throw new IllegalArgumentException("zstd level " + level);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /// Does nothing: a flush would end a block, and the bytes would depend on it.
    @Override
    public void flush() {}

    /// Ends the frame and closes the stream below.
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            out.close();
        }
    }
}
