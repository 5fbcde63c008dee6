package dev.lamina.assembler.format;

import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.SealedBytes;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was written where, and from what, so that a build need not write again what is there already.
///
/// A file counts as the one that was written as long as its size, its identity and its times are the same, down to the
/// nanosecond where the file system knows them; make and git believe as much. Notes are small and can be lost.
public final class OutputNotes {
    public static final OutputNotes NONE = new OutputNotes(Optional.empty());

    private static final String FORM = "lamina output 1";
    private static final int LINES = 5;
    private static final int LONGEST = 4096;

    /// More than anybody's outputs.
    private static final int MOST = 2000;

    private final Optional<Path> folder;

    private OutputNotes(Optional<Path> folder) {
        this.folder = folder;
    }

    /// @param folder made when there is something to note
    public static OutputNotes in(Path folder) {
        return new OutputNotes(Optional.of(folder));
    }

    /// The file at `target`, if it is there and was written from what `key` names.
    Optional<OutputFile> find(Path target, Digest key) throws IOException {
        Optional<Path> note = note(target);
        if (note.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = read(note.get());
        if (lines.size() != LINES
                || !lines.getFirst().equals(FORM)
                || !lines.get(1).equals(key.toString())) {
            return Optional.empty();
        }
        if (!stamp(target).equals(Optional.of(lines.get(4)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OutputFile(target, Long.parseLong(lines.get(2)), Digest.parse(lines.get(3))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Nothing when there is no note, or one that cannot be read.
    private static List<String> read(Path note) {
        try {
            return Files.size(note) > LONGEST
                    ? List.of()
                    : SealedBytes.open(Files.readAllBytes(note))
                            .map(text -> new String(text, StandardCharsets.ISO_8859_1)
                                    .lines()
                                    .toList())
                            .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }

    /// @param before when the file was whole under another name; one that was changed since is not what was written
    void note(OutputFile file, Digest key, Instant before) {
        try {
            write(file, key, before);
        } catch (IOException | LaminaException e) {
            // the file is there, and will be written again next time
        }
    }

    private void write(OutputFile file, Digest key, Instant before) throws IOException {
        Optional<Path> note = note(file.path());
        Optional<String> stamp = stamp(file.path());
        if (folder.isEmpty() || note.isEmpty() || stamp.isEmpty() || changedAfter(file.path(), before)) {
            return;
        }
        Storage.createFolder(folder.get());
        forgetWhenTooMany(folder.get());
        String text = String.join(
                "\n",
                FORM,
                key.toString(),
                Long.toString(file.size()),
                file.sha256().toString(),
                stamp.get(),
                "");
        AtomicFile.writeUnforced(note.get(), SealedBytes.seal(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Optional<Path> note(Path target) {
        byte[] name = target.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return folder.map(in -> in.resolve(Hashing.digest(name).hex()));
    }

    private static boolean changedAfter(Path file, Instant moment) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isAfter(moment);
    }

    /// What is different when the file is, or when somebody wrote to it.
    private static Optional<String> stamp(Path file) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return is.isRegularFile()
                    ? Optional.of(
                            is.size() + " " + is.lastModifiedTime() + " " + changed(file, is) + " " + is.fileKey())
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// The time of the last change that programs cannot set, on systems that have one.
    private static FileTime changed(Path file, BasicFileAttributes is) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return is.creationTime();
        }
        return (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
    }

    private static void forgetWhenTooMany(Path folder) throws IOException {
        int count = 0;
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder)) {
            for (Path ignored : notes) {
                count++;
            }
        }
        if (count < MOST) {
            return;
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder)) {
            for (Path note : notes) {
                Files.deleteIfExists(note);
            }
        }
    }
}
