package dev.lamina.app.operation;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoreHoldings;
import dev.lamina.assembler.oci.StorePrune;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes the images, packages and parts of systems that Lamina keeps fit into a quota: what was not used for longest
/// goes first. All of it can be fetched or made again.
///
/// What the last build of a document took stays, for a document that was built in the last 30 days. So it may be that
/// more is left than the quota allows; the result says so.
public final class MakeRoom {
    private static final Duration RECENT = Duration.ofDays(30);
    private static final Pattern PACKAGE = Pattern.compile("[0-9a-f]{64}\\.[a-z]+");
    private static final Pattern PART = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NOTE = Pattern.compile("[a-z]+-[0-9a-f]{64}");

    private final Home home;
    private final BuildHistory history;
    private final InstantSource clock;

    public MakeRoom(Home home, BuildHistory history, InstantSource clock) {
        this.home = home;
        this.history = history;
        this.clock = clock;
    }

    /// @param images whose names were, or would be, taken away
    /// @param packages how many went
    /// @param parts how many compressed parts of systems went
    /// @param notes how many notes about the contents of images went
    /// @param store what became of the files of images
    /// @param freed by all of that
    /// @param left what is there then
    /// @param needed the images that recent builds need
    public record Result(
            List<ImageRef> images,
            int packages,
            int parts,
            int notes,
            StorePrune.Result store,
            long freed,
            long left,
            List<ImageRef> needed) {
        public Result {
            images = List.copyOf(images);
            needed = List.copyOf(needed);
        }
    }

    /// @param dryRun whether to only say what would be done
    public Result until(ByteSize quota, boolean dryRun, Reporter reporter) {
        try {
            Room room = new Room(StoreHoldings.of(home.images()), needed());
            addFiles(home.packages(), PACKAGE, Stored.Kind.PACKAGE, room);
            addFiles(home.segments(), PART, Stored.Kind.PART, room);
            addFiles(home.facts(), NOTE, Stored.Kind.NOTE, room);
            List<Stored> going = room.until(quota.bytes());
            return removed(room, going, dryRun, reporter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of images that recent builds took, in both spellings.
    private Set<ImageRef> needed() {
        Set<ImageRef> names = new HashSet<>();
        history.latest(clock.instant().minus(RECENT)).stream()
                .flatMap(note -> note.steps().stream())
                .filter(step -> step.kind() == BuildNote.StepNote.Kind.IMAGE)
                .map(step -> new ImageRef(step.label()))
                .forEach(image -> names.addAll(List.of(image, image.otherSpelling())));
        return names;
    }

    private static void addFiles(Path folder, Pattern name, Stored.Kind kind, Room room) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
        for (Path file : files) {
            try {
                room.add(new Stored.File(
                        kind,
                        file,
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant()));
            } catch (NoSuchFileException e) {
                // another process was faster
            }
        }
    }

    private Result removed(Room room, List<Stored> going, boolean dryRun, Reporter reporter) throws IOException {
        List<ImageRef> images = new ArrayList<>();
        List<Stored.File> files = new ArrayList<>();
        for (Stored stored : going) {
            switch (stored) {
                case Stored.Image image -> images.add(image.held().name());
                case Stored.File file -> files.add(file);
            }
        }
        if (!dryRun) {
            forget(images);
            for (Stored.File file : files) {
                file.remove();
            }
        }
        StorePrune.Result store = StorePrune.of(home.images(), home.listings()).prune(dryRun, reporter);
        return new Result(
                images,
                count(files, Stored.Kind.PACKAGE),
                count(files, Stored.Kind.PART),
                count(files, Stored.Kind.NOTE),
                store,
                room.freedFiles() + store.bytes() + (dryRun ? room.freedImages() : 0),
                room.left(),
                room.needed());
    }

    private void forget(List<ImageRef> images) throws IOException {
        try (ImageStore store = ImageStore.open(home.images())) {
            for (ImageRef image : images) {
                store.remove(image);
            }
        }
    }

    private static int count(List<Stored.File> files, Stored.Kind kind) {
        return (int) files.stream().filter(file -> file.kind() == kind).count();
    }
}
