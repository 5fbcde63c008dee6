package dev.lamina.app.cli;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a command's one output goes: a file, which appears whole or not at all, or standard output.
final class OutputTarget {
    private final Session session;

    /// Empty for standard output.
    private final Optional<Path> file;

    /// @param target a file, or `-` for standard output
    OutputTarget(Session session, String target) {
        this.session = session;
        this.file = target.equals("-")
                ? Optional.empty()
                : Optional.of(session.environment().directory().resolve(target));
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Before the work, not after it.
    ///
    /// @param folderHint what to do when the file is a folder
    void refuseImpossible(String folderHint) {
        file.ifPresent(place -> refuseImpossible(place, folderHint));
    }

    private static void refuseImpossible(Path place, String folderHint) {
        if (Files.isDirectory(place)) {
            throw new InputException("cannot write " + place + ": it is a folder", folderHint);
        }
        Path folder = place.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputException(
                    "cannot write " + place + ": there is no folder " + folder,
                    "make the folder, or name another file");
        }
    }

    void write(Content content) throws IOException {
        if (file.isPresent()) {
            write(content, file.get());
        } else {
            OutputStream out = new Checked();
            content.writeTo(out);
            out.flush();
        }
    }

    private static void write(Content content, Path place) throws IOException {
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            Storage.writing(
                    place,
                    () -> { // a device or a pipe is written to, not replaced
                        try (OutputStream out = Files.newOutputStream(place)) {
                            content.writeTo(out);
                        }
                    });
            return;
        }
        Path target = Files.isSymbolicLink(place) && Files.exists(place) ? place.toRealPath() : place;
        try (AtomicFile copy = AtomicFile.beside(target)) {
            content.writeTo(copy.output());
            copy.publish(target);
        }
    }

    /// A print stream keeps its failures to itself unless it is asked.
    private final class Checked extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (session.cancelled().getAsBoolean()) {
                throw new CancelledException();
            }
            session.out().write(bytes, offset, length);
            check();
        }

        @Override
        public void flush() {
            check();
        }

        private void check() {
            if (session.out().checkError()) {
                throw new EnvironmentException(
                        "standard output took only a part of the image",
                        "the program that reads it may have ended, or the disk that it goes to may be full");
            }
        }
    }
}
