package dev.lamina.assembler.packages.download;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpFailure;
import dev.lamina.assembler.http.PartialFile;
import dev.lamina.assembler.packages.download.MirrorProblem.Kind;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;

/// Brings one file from one mirror after the other until it is whole. What one mirror sent before it broke off is not
/// asked of the next.
final class Transfer {
    private final Http http;
    private final RemoteFile file;
    private final PartialFile partial;
    private final Reporter.Step step;
    private long reported;

    Transfer(Http http, RemoteFile file, PartialFile partial, Reporter.Step step) {
        this.http = http;
        this.file = file;
        this.partial = partial;
        this.step = step;
    }

    /// Leaves the partial file whole and right.
    ///
    /// @throws MirrorException this mirror does not give the file
    void from(URI mirror) throws IOException, InterruptedException {
        boolean resumed = partial.position() > 0;
        if (partial.position() < file.size()) {
            receive(mirror);
        }
        if (isRight()) {
            return;
        }
        partial.restart();
        if (!resumed) {
            throw new MirrorException(mirror, Kind.FAULTY, "sent another file");
        }
        from(mirror); // what an earlier mirror or run left may be what was wrong
    }

    private boolean isRight() {
        return partial.position() == file.size() && partial.digest().equals(file.sha256());
    }

    private void receive(URI mirror) throws IOException, InterruptedException {
        report();
        try (Answer answer = MirrorRequest.get(http, mirror, file.path(), partial.position())) {
            accept(mirror, answer);
            copy(mirror, answer);
        } catch (HttpFailure e) {
            throw MirrorException.of(mirror, e);
        }
    }

    private void accept(URI mirror, Answer answer) throws IOException {
        switch (answer.status()) {
            case 206 -> {
                if (answer.start().orElse(-1) != partial.position()) {
                    partial.restart();
                    throw new MirrorException(mirror, Kind.FAULTY, "sent another part than was asked for");
                }
            }
            case 200 -> partial.restart();
            case 404, 410 -> throw new MirrorException(mirror, Kind.LACKING, "does not have it");
            default -> throw new MirrorException(mirror, Kind.FAULTY, "answers with status " + answer.status());
        }
        long wanted = file.size() - partial.position();
        if (answer.length().orElse(wanted) != wanted) {
            throw new MirrorException(mirror, Kind.FAULTY, "has a file of another size");
        }
    }

    private void copy(URI mirror, Answer answer) throws IOException, InterruptedException {
        for (List<ByteBuffer> chunk = answer.next(); !chunk.isEmpty(); chunk = answer.next()) {
            for (ByteBuffer bytes : chunk) {
                if (bytes.remaining() > file.size() - partial.position()) {
                    partial.restart();
                    throw new MirrorException(mirror, Kind.FAULTY, "sends more than the file has");
                }
                partial.append(bytes);
            }
            report();
        }
        if (partial.position() < file.size()) {
            throw new MirrorException(mirror, Kind.FAULTY, "broke off");
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
