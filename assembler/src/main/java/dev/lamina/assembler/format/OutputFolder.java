package dev.lamina.assembler.format;

import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.DigestingOutputStream;
import dev.lamina.assembler.io.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folder that a build writes to. Nothing appears in it until everything has been written; what is not published
/// leaves no trace.
public final class OutputFolder implements Closeable {
    private final Path folder;
    private final List<Pending> files = new ArrayList<>();

    private record Pending(String name, AtomicFile file, DigestingOutputStream out) {}

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder if need be.
    public static OutputFolder open(Path folder) throws IOException {
        Storage.createFolder(folder);
        AtomicFile.removeAbandoned(folder);
        return new OutputFolder(folder);
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

    /// Makes all files appear under their names, replacing those that were there.
    public List<OutputFile> publish() throws IOException {
        List<OutputFile> published = new ArrayList<>();
        for (Pending pending : files) {
            Path target = folder.resolve(pending.name());
            pending.file().publish(target);
            published.add(
                    new OutputFile(target, pending.out().count(), pending.out().digest()));
        }
        files.clear();
        return published;
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
    }
}
