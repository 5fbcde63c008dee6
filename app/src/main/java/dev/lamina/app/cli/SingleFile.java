package dev.lamina.app.cli;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.io.ScratchFolder;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `-o` does: the image is built apart and then goes to the one place that the user names.
final class SingleFile {
    private final Session session;
    private final OutputTarget target;

    /// @param target a file, or `-` for standard output
    SingleFile(Session session, String target) {
        this.session = session;
        this.target = new OutputTarget(session, target);
    }

    interface Build {
        ImageOutput in(Path folder, Reporter reporter);
    }

    int write(Build build) throws IOException {
        target.refuseImpossible("name a file, or use --dir");
        Path cache = session.operations().home().cache();
        try (ScratchFolder scratch = ScratchFolder.in(cache.resolve("scratch"));
                ProgressView progress = session.progress()) {
            ImageOutput output = build.in(scratch.path(), progress.reporter());
            deliver(output.files().getFirst().path());
            return 0;
        }
    }

    private void deliver(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            target.write(in::transferTo);
        }
    }
}
