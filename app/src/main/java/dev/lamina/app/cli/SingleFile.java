package dev.lamina.app.cli;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.ScratchFolder;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What `-o` does: the image is built apart and then goes to the one place that the user names.
final class SingleFile {
    private static final int CHUNK = 1 << 16;

    private final Session session;

    /// Empty for standard output.
    private final Optional<Path> target;

    /// @param target a file, or `-` for standard output
    SingleFile(Session session, String target) {
        this.session = session;
        this.target = target.equals("-")
                ? Optional.empty()
                : Optional.of(session.environment().directory().resolve(target));
    }

    interface Build {
        ImageOutput in(Path folder, Reporter reporter);
    }

    int write(Build build) throws IOException {
        target.ifPresent(SingleFile::refuseImpossible);
        Path cache = session.operations().home().cache();
        try (ScratchFolder scratch = ScratchFolder.in(cache.resolve("scratch"));
                ProgressView progress = session.progress()) {
            ImageOutput output = build.in(scratch.path(), progress.reporter());
            deliver(output.files().getFirst().path());
            return 0;
        }
    }

    /// Before the work, not after it.
    private static void refuseImpossible(Path place) {
        if (Files.isDirectory(place)) {
            throw new InputException("cannot write " + place + ": it is a folder", "name a file, or use --dir");
        }
        Path folder = place.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputException(
                    "cannot write " + place + ": there is no folder " + folder,
                    "make the folder, or name another file");
        }
    }

    private void deliver(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (target.isEmpty()) {
                print(in, session.out());
            } else {
                write(in, target.get());
            }
        }
    }

    /// A print stream keeps its failures to itself unless it is asked.
    private void print(InputStream in, PrintStream out) throws IOException {
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            if (session.cancelled().getAsBoolean()) {
                throw new CancelledException();
            }
            out.write(chunk, 0, chunk.length);
            if (out.checkError()) {
                throw new EnvironmentException(
                        "standard output took only a part of the image",
                        "the program that reads it may have ended, or the disk that it goes to may be full");
            }
        }
    }

    private static void write(InputStream in, Path place) throws IOException {
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            Storage.writing(place, () -> copyTo(place, in)); // a device or a pipe is written to, not replaced
            return;
        }
        Path file = Files.isSymbolicLink(place) && Files.exists(place) ? place.toRealPath() : place;
        try (AtomicFile copy = AtomicFile.beside(file)) {
            in.transferTo(copy.output());
            copy.publish(file);
        }
    }

    private static void copyTo(Path device, InputStream in) throws IOException {
        try (OutputStream out = Files.newOutputStream(device)) {
            in.transferTo(out);
        }
    }
}
