package dev.lamina.app.operation;

import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.listing.ListingBytes;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Notes of the builds of each document, the newest 200, with the list of everything that was in the system, so that a
/// later build can be compared with it when the image is long gone. Equal lists are kept once.
///
/// A folder for each document, with `TIME-ID.build` and `DIGEST.listing` in it. What is damaged is left out.
public final class BuildHistory {
    static final int KEPT = 200;
    private static final String NOTE = ".build";
    private static final String LISTING = ".listing";

    /// Of a note or a listing: far more than is ever written.
    private static final long LARGEST = 64L << 20;

    private final Path folder;

    /// @param folder where the history of all documents is kept; made when there is something to keep
    public BuildHistory(Path folder) {
        this.folder = folder;
    }

    /// The newest first.
    public List<BuildNote> of(BuildSubject subject) {
        return notes(folder.resolve(subject.key())).stream()
                .flatMap(file -> note(file).stream())
                .toList();
    }

    /// The newest that was done.
    public Optional<BuildNote> last(BuildSubject subject) {
        return notes(folder.resolve(subject.key())).stream()
                .flatMap(file -> note(file).stream())
                .filter(note -> note.outcome() == Outcome.DONE)
                .findFirst();
    }

    /// The newest of each document that was done, unless it is older.
    List<BuildNote> latest(Instant since) {
        List<BuildNote> latest = new ArrayList<>();
        for (Path notes : files(folder, "")) {
            notes(notes).stream()
                    .flatMap(file -> note(file).stream())
                    .filter(note -> note.outcome() == Outcome.DONE)
                    .findFirst()
                    .filter(note -> !note.begun().isBefore(since))
                    .ifPresent(latest::add);
        }
        return latest;
    }

    /// What was in the system; empty when the build was not done, or the list is damaged.
    public Optional<SystemListing> listing(BuildNote note) {
        return note.listing()
                .flatMap(digest -> listing(folder.resolve(note.subject().key()), digest));
    }

    private static Optional<SystemListing> listing(Path notes, Digest digest) {
        return read(notes.resolve(digest.hex() + LISTING))
                .filter(bytes -> Digest.of(Hashing.sha256().digest(bytes)).equals(digest))
                .flatMap(ListingBytes::decode);
    }

    /// Keeps a note. What it replaces of the oldest goes.
    ///
    /// @param listing when the build was done
    /// @return the note with the name of the listing
    BuildNote add(BuildNote note, Optional<SystemListing> listing) throws IOException {
        Path notes = folder.resolve(note.subject().key());
        Storage.createFolder(notes);
        try (FolderLock ignored = FolderLock.acquire(notes)) {
            AtomicFile.removeAbandoned(notes);
            BuildNote named = listing.isPresent() ? note.listed(keep(listing.get(), notes)) : note;
            byte[] text = BuildNoteText.write(named).getBytes(StandardCharsets.UTF_8);
            AtomicFile.writeUnforced(notes.resolve(fileName(note)), text);
            prune(notes);
            return named;
        }
    }

    private static Digest keep(SystemListing listing, Path notes) throws IOException {
        byte[] bytes = ListingBytes.encode(listing);
        Digest digest = Digest.of(Hashing.sha256().digest(bytes));
        Path file = notes.resolve(digest.hex() + LISTING);
        if (!Files.exists(file)) {
            AtomicFile.writeUnforced(file, bytes);
        }
        return digest;
    }

    /// In the order of the times; two builds of one millisecond have different names too.
    private static String fileName(BuildNote note) {
        return String.format(Locale.ROOT, "%014d-%s", note.begun().toEpochMilli(), UUID.randomUUID()) + NOTE;
    }

    private static void prune(Path notes) throws IOException {
        List<Path> all = notes(notes);
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
        if (all.size() <= KEPT) {
            return; // no listing lost its note
        }
        Set<String> needed = new HashSet<>();
        notes(notes)
                .forEach(file ->
                        note(file).flatMap(BuildNote::listing).ifPresent(digest -> needed.add(digest.hex() + LISTING)));
        for (Path listing : files(notes, LISTING)) {
            if (!needed.contains(listing.getFileName().toString())) {
                Files.deleteIfExists(listing);
            }
        }
    }

    private static List<Path> notes(Path folder) {
        return files(folder, NOTE).stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<BuildNote> note(Path file) {
        return read(file).flatMap(bytes -> BuildNoteText.read(new String(bytes, StandardCharsets.UTF_8)));
    }

    /// Empty also for what another process removed in the meantime.
    private static Optional<byte[]> read(Path file) {
        try {
            return Files.size(file) > LARGEST ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
