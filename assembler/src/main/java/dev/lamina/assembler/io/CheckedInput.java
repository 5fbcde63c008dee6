package dev.lamina.assembler.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Does a check whenever something is read through it, for jobs that can be cancelled.
public final class CheckedInput extends FilterInputStream {
    private final Runnable check;

    /// @param check throws when the reading is to end
    public CheckedInput(InputStream in, Runnable check) {
        super(in);
        this.check = check;
    }

    @Override
    public int read() throws IOException {
        check.run();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check.run();
        return in.read(bytes, offset, length);
    }
}
