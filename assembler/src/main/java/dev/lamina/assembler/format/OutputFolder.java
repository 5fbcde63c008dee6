package dev.lamina.assembler.format;

import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.DigestingOutputStream;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The folder that a build writes to. Nothing appears in it until everything has been written; what is not published
/// leaves no trace. What an earlier build wrote from the same parts stays as it is.
public final class OutputFolder implements Closeable {
    private final Path folder;
    private final OutputNotes notes;
    private final List<Output> files = new ArrayList<>();

    /// Whether it goes again when nothing is published.
    private boolean temporary;

    private sealed interface Output {
        String name();
    }

    /// Written, but not yet under its name.
    private record Pending(String name, Optional<Digest> key, AtomicFile file, DigestingOutputStream out)
            implements Output {}

    /// There already.
    private record Kept(String name, OutputFile file) implements Output {}

    private OutputFolder(Path folder, OutputNotes notes, boolean temporary) {
        this.folder = folder;
        this.notes = notes;
        this.temporary = temporary;
    }

    /// Makes the folder if need be.
    public static OutputFolder open(Path folder) throws IOException {
        return open(folder, OutputNotes.NONE);
    }

    /// @param notes know what is there from earlier builds
    public static OutputFolder open(Path folder, OutputNotes notes) throws IOException {
        boolean made = Files.notExists(folder);
        Storage.createFolder(folder);
        AtomicFile.removeAbandoned(folder);
        return new OutputFolder(folder, notes, made);
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
        write(name, Optional.empty(), content);
    }

    /// Writes one file, unless it is there already.
    ///
    /// @param key the same for the same bytes only
    public void write(String name, Digest key, ImageContent content) throws IOException {
        Optional<OutputFile> present = notes.find(folder.resolve(name), key);
        if (present.isPresent()) {
            files.add(new Kept(name, present.get()));
        } else {
            write(name, Optional.of(key), content);
        }
    }

    private void write(String name, Optional<Digest> key, ImageContent content) throws IOException {
        AtomicFile file = AtomicFile.in(folder);
        Pending pending = new Pending(name, key, file, new DigestingOutputStream(file.output()));
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
        for (Pending pending : pending()) {
            refuseFolder(folder.resolve(pending.name()));
            pending.file().force();
        }
        Instant written = Instant.now();
        List<OutputFile> published = new ArrayList<>();
        try (Replacements replacements = new Replacements(folder)) {
            for (Output output : files) {
                published.add(
                        switch (output) {
                            case Kept kept -> kept.file();
                            case Pending pending -> publish(pending, replacements);
                        });
            }
            replacements.keep();
            temporary = false;
        }
        note(published, written);
        files.clear();
        return published;
    }

    private List<Pending> pending() {
        return files.stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .toList();
    }

    private OutputFile publish(Pending pending, Replacements replacements) throws IOException {
        Path target = folder.resolve(pending.name());
        replacements.replace(target, pending.file());
        return new OutputFile(target, pending.out().count(), pending.out().digest());
    }

    /// The second names are gone by now, which would count as a change.
    private void note(List<OutputFile> published, Instant written) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i) instanceof Pending pending && pending.key().isPresent()) {
                notes.note(published.get(i), pending.key().get(), written);
            }
        }
    }

    private static void refuseFolder(Path target) {
        if (Files.isDirectory(target)) {
            throw new InputException(
                    "cannot write " + target + ": it is a folder", "move it away, or give the image another --name");
        }
    }

    /// Forgets what was written so far.
    public void discard() throws IOException {
        for (Pending pending : pending()) {
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
