package dev.lamina.assembler.io;

import dev.lamina.model.problem.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Writing to the host's disk: failures that the user can do something about become exceptions that say so.
public final class Storage {
    /// What the systems say; Java has no type for it. Linux and macOS (also in a quota), Windows.
    private static final List<String> FULL =
            List.of("no space left", "quota exceeded", "not enough space", "disk is full", "file too large");

    private static final List<String> FORBIDDEN =
            List.of("read-only file system", "permission denied", "operation not permitted", "access is denied");

    private Storage() {}

    /// Something that reads or writes files.
    @FunctionalInterface
    public interface IoCall<T> extends Callable<T> {
        @Override
        T call() throws IOException;
    }

    /// Something that reads or writes files and gives nothing back.
    @FunctionalInterface
    public interface IoAction {
        void run() throws IOException;
    }

    /// Runs `call`; a full disk or a forbidden folder becomes a [DiskFullException] or [NotWritableException] that
    /// names `place`, every other [IOException] passes.
    public static <T> T writing(Path place, IoCall<T> call) throws IOException {
        try {
            return call.call();
        } catch (IOException e) {
            throw explained(place, e);
        }
    }

    /// As [#writing(Path, IoCall)], without a result.
    public static void writing(Path place, IoAction action) throws IOException {
        writing(place, () -> {
            action.run();
            return place;
        });
    }

    /// Creates a folder and its parents; links to folders on the way are fine.
    public static void createFolder(Path folder) throws IOException {
        writing(folder, () -> {
            if (!Files.isDirectory(folder)) {
                refuseFile(folder);
                Files.createDirectories(folder);
            }
        });
    }

    /// Refuses a file where a folder, or a parent of it, should be.
    public static void refuseFile(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                if (!Files.isDirectory(at)) {
                    throw new InputException(at + " is not a folder", "choose another folder, or move the file away");
                }
                return;
            }
        }
    }

    private static IOException explained(Path place, IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (FULL.stream().anyMatch(text::contains)) {
            throw new DiskFullException(place, e);
        }
        boolean forbidden = FORBIDDEN.stream().anyMatch(text::contains);
        if (e instanceof AccessDeniedException || (forbidden && !(e instanceof FileNotFoundException))) {
            throw new NotWritableException(place, e);
        }
        return e;
    }
}
