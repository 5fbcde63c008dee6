package dev.lamina.assembler.packages.download;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpFailure;
import dev.lamina.assembler.http.PartialFile;
import dev.lamina.assembler.http.Reception;
import dev.lamina.assembler.http.Reception.WrongBodyException;
import dev.lamina.assembler.packages.download.MirrorProblem.Kind;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.net.URI;

/// Brings one file from one mirror after the other until it is whole.
final class Transfer {
    private final Http http;
    private final RemoteFile file;
    private final Reception reception;

    Transfer(Http http, RemoteFile file, PartialFile partial, Reporter.Step step) {
        this.http = http;
        this.file = file;
        this.reception = new Reception(partial, file.size(), file.sha256(), step);
    }

    /// Leaves the partial file whole and right.
    ///
    /// @throws MirrorException this mirror does not give the file
    void from(URI mirror) throws IOException, InterruptedException {
        boolean resumed = reception.position() > 0;
        if (reception.position() < file.size()) {
            receive(mirror);
        }
        if (reception.isRight()) {
            return;
        }
        if (!resumed) {
            throw new MirrorException(mirror, Kind.FAULTY, "sent another file");
        }
        from(mirror); // what an earlier mirror or run left may be what was wrong
    }

    private void receive(URI mirror) throws IOException, InterruptedException {
        try (Answer answer = MirrorRequest.get(http, mirror, file.path(), reception.position())) {
            switch (answer.status()) {
                case 200, 206 -> reception.take(answer);
                case 404, 410 -> throw new MirrorException(mirror, Kind.LACKING, "does not have it");
                default -> throw new MirrorException(mirror, Kind.FAULTY, "answers with status " + answer.status());
            }
        } catch (HttpFailure e) {
            throw MirrorException.of(mirror, e);
        } catch (WrongBodyException e) {
            throw new MirrorException(mirror, Kind.FAULTY, e.reason());
        }
    }
}
