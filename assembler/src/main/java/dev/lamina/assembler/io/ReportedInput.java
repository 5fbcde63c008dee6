package dev.lamina.assembler.io;

import dev.lamina.model.progress.Reporter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reports the bytes that are read through it, and so ends the reading when the job is cancelled.
public final class ReportedInput extends FilterInputStream {
    private final Reporter.Step step;

    public ReportedInput(InputStream in, Reporter.Step step) {
        super(in);
        this.step = step;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        step.advance(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        step.advance(Math.max(read, 0));
        return read;
    }
}
