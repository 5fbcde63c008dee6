package dev.lamina.assembler.packages.deb;

import dev.lamina.assembler.io.Streams;
import dev.lamina.model.problem.LaminaException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/// What is read out of a .deb. That it cannot be read is said at once, here: later nobody could tell it
/// from a failure of whoever takes the entries.
final class DebMember extends FilterInputStream {
    private final Function<Throwable, LaminaException> explanation;

    DebMember(InputStream in, Function<Throwable, LaminaException> explanation) {
        super(in);
        this.explanation = explanation;
    }

    @Override
    public int read() throws IOException {
        return Streams.readOne(this);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (LaminaException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw explanation.apply(e);
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        try {
            return in.skip(wanted);
        } catch (LaminaException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw explanation.apply(e);
        }
    }
}
