package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.HttpFailure;
import dev.lamina.assembler.http.PartialFile;
import dev.lamina.assembler.http.Reception;
import dev.lamina.assembler.http.Reception.WrongBodyException;
import dev.lamina.assembler.oci.Descriptor;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;

/// Brings one blob from one registry or mirror after the other until it is whole and right.
final class BlobDownload {
    /// So much between two breaks is progress, and a new beginning for the count of attempts.
    private static final long PROGRESS = 64 * 1024;

    private final Descriptor blob;
    private final Reception reception;

    BlobDownload(Descriptor blob, PartialFile partial, Reporter.Step step) {
        this.blob = blob;
        this.reception = new Reception(partial, blob.size(), blob.digest(), step);
    }

    /// Leaves the partial file whole and right.
    ///
    /// @throws RegistryProblem this one does not give the blob; what it gave of it is kept
    void from(RemoteRepository repository) throws IOException, InterruptedException {
        boolean resumed = reception.position() > 0;
        receive(repository);
        if (reception.isRight()) {
            return;
        }
        // What an earlier run or mirror left may be what was wrong; and a bit may flip on the way, but not twice.
        receive(repository);
        if (!reception.isRight()) {
            throw problem(repository, "sends something else than " + blob.digest() + (resumed ? "" : ", twice"));
        }
    }

    private void receive(RemoteRepository repository) throws IOException, InterruptedException {
        int attempt = 1;
        while (!reception.isWhole()) {
            long before = reception.position();
            try {
                receiveOnce(repository);
            } catch (HttpFailure e) {
                attempt = reception.position() - before >= PROGRESS ? 1 : attempt;
                if (attempt == Sender.ATTEMPTS) {
                    throw Sender.problem(repository.endpoint().shown(), e);
                }
                repository.sender().pause(attempt);
                attempt++;
            }
        }
    }

    private void receiveOnce(RemoteRepository repository) throws IOException, InterruptedException {
        try (Answer answer = repository.openBlob(blob.digest(), reception.position())) {
            switch (answer.status()) {
                case 200, 206 -> reception.take(answer);
                case 404, 410 ->
                    throw new RegistryProblem(
                            repository.endpoint().shown(), Kind.LACKING, "does not have the blob " + blob.digest());
                default -> throw RegistryHttp.failed(repository.endpoint(), answer);
            }
        } catch (WrongBodyException e) {
            throw problem(repository, e.reason() + " (" + blob.digest() + ")");
        }
    }

    private static RegistryProblem problem(RemoteRepository repository, String reason) {
        return new RegistryProblem(repository.endpoint().shown(), Kind.FAULTY, reason);
    }
}
