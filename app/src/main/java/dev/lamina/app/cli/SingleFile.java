package dev.lamina.app.cli;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `-o` does: the image is built apart and then goes to the one place that the user names.
final class SingleFile {
    private final Session session;
    private final String target;

    /// @param target a file, or `-` for standard output
    SingleFile(Session session, String target) {
        this.session = session;
        this.target = target;
    }

    interface Build {
        ImageOutput in(Path folder, Reporter reporter);
    }

    int write(String format, Build build) throws IOException {
        Path builds = session.operations().home().builds();
        Files.createDirectories(builds);
        Path folder = Files.createTempDirectory(builds, format + "-");
        try (ProgressView progress = session.progress()) {
            ImageOutput output = build.in(folder, progress.reporter());
            deliver(output.files().getFirst().path());
            return 0;
        } finally {
            remove(folder);
        }
    }

    private void deliver(Path file) throws IOException {
        if (target.equals("-")) {
            Files.copy(file, session.out());
            session.out().flush();
            return;
        }
        Path place = session.environment().directory().resolve(target);
        try (AtomicFile copy = AtomicFile.beside(place);
                InputStream in = Files.newInputStream(file)) {
            in.transferTo(copy.output());
            copy.publish(place);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
