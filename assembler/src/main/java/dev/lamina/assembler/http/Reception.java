package dev.lamina.assembler.http;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Takes answers into a partial file until it is whole, or what came cannot be the file. What one server sent before it
/// broke off is not asked of the next.
public final class Reception {
    private final PartialFile partial;
    private final long size;
    private final Digest sha256;
    private final Reporter.Step step;
    private long reported;

    /// @param size of the file that is wanted
    public Reception(PartialFile partial, long size, Digest sha256, Reporter.Step step) {
        this.partial = partial;
        this.size = size;
        this.sha256 = sha256;
        this.step = step;
    }

    /// The server sent something that is not the file. What had come is forgotten.
    public static final class WrongBodyException extends IOException {
        WrongBodyException(String reason) {
            super(reason);
        }

        /// Goes on where the server's name ends.
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /// From which byte on to ask.
    public long position() {
        return partial.position();
    }

    public boolean isWhole() {
        return partial.position() == size;
    }

    /// Whether it is the file. When it is whole and not right, it begins anew.
    public boolean isRight() throws IOException {
        if (isWhole() && partial.digest().equals(sha256)) {
            return true;
        }
        partial.restart();
        return false;
    }

    /// Takes an answer of status 200 or 206.
    ///
    /// @throws HttpFailure it broke off; what came is kept
    public void take(Answer answer) throws IOException, InterruptedException {
        report();
        accept(answer);
        for (List<ByteBuffer> chunk = answer.next(); !chunk.isEmpty(); chunk = answer.next()) {
            long bytes = chunk.stream().mapToLong(ByteBuffer::remaining).sum();
            if (bytes > size - partial.position()) {
                partial.restart();
                throw new WrongBodyException("sends more than the file has");
            }
            partial.append(chunk);
            report();
        }
        if (!isWhole()) {
            throw HttpFailure.of(answer.server(), new EOFException());
        }
    }

    private void accept(Answer answer) throws IOException {
        if (answer.status() == 206 && answer.start().orElse(-1) != partial.position()) {
            partial.restart();
            throw new WrongBodyException("sent another part than was asked for");
        }
        if (answer.status() == 200) {
            partial.restart();
        }
        long wanted = size - partial.position();
        if (answer.length().orElse(wanted) != wanted) {
            partial.restart();
            throw new WrongBodyException("has a file of another size");
        }
    }

    /// Bytes that have to be brought again do not count twice.
    private void report() {
        if (partial.position() > reported) {
            step.advance(partial.position() - reported);
            reported = partial.position();
        }
    }
}
