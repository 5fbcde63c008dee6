package dev.lamina.assembler.format;

import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.DigestingOutputStream;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folder that a build writes to. Nothing appears in it until everything has been written; what is not published
/// leaves no trace.
public final class OutputFolder implements Closeable {
    private final Path folder;
    private final List<Pending> files = new ArrayList<>();

    /// Whether it goes again when nothing is published.
    private boolean temporary;

    private record Pending(String name, AtomicFile file, DigestingOutputStream out) {}

    private OutputFolder(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /// Makes the folder if need be.
    public static OutputFolder open(Path folder) throws IOException {
        boolean made = Files.notExists(folder);
        Storage.createFolder(folder);
        AtomicFile.removeAbandoned(folder);
        return new OutputFolder(folder, made);
    }

    /// Refuses early what [#open] would refuse after the work.
    public static void refuseFile(Path folder) {
        Storage.refuseFile(folder);
    }

    public Path folder() {
        return folder;
    }

    /// Writes one file.
    public void write(String name, ImageContent content) throws IOException {
        AtomicFile file = AtomicFile.in(folder);
        Pending pending = new Pending(name, file, new DigestingOutputStream(file.output()));
        files.add(pending);
        content.writeTo(pending.out());
        pending.out().flush();
    }

    /// Writes the content of a file.
    @FunctionalInterface
    public interface ImageContent {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Makes all files appear under their names, replacing those that were there. When one cannot, all are as they
    /// were before.
    public List<OutputFile> publish() throws IOException {
        for (Pending pending : files) {
            refuseFolder(folder.resolve(pending.name()));
            pending.file().force();
        }
        List<OutputFile> published = new ArrayList<>();
        try (Replacements replacements = new Replacements(folder)) {
            for (Pending pending : files) {
                Path target = folder.resolve(pending.name());
                replacements.replace(target, pending.file());
                published.add(new OutputFile(
                        target, pending.out().count(), pending.out().digest()));
            }
            replacements.keep();
            temporary = false;
        }
        files.clear();
        return published;
    }

    private static void refuseFolder(Path target) {
        if (Files.isDirectory(target)) {
            throw new InputException(
                    "cannot write " + target + ": it is a folder", "move it away, or give the image another --name");
        }
    }

    /// Forgets what was written so far.
    public void discard() throws IOException {
        for (Pending pending : files) {
            pending.file().close();
        }
        files.clear();
    }

    @Override
    public void close() throws IOException {
        discard();
        if (temporary) {
            removeIfEmpty();
        }
    }

    private void removeIfEmpty() throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // somebody else writes here too
        }
    }
}
