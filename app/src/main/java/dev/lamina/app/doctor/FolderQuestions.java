package dev.lamina.app.doctor;

import dev.lamina.app.doctor.Instruments.Store;
import dev.lamina.model.value.ByteSize;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where Lamina keeps what it makes, and whether there is room.
final class FolderQuestions implements Question.Family {
    private static final long MIB = 1 << 20;
    /// A small system with the packages that it is made from.
    private static final long LEAST = 256 * MIB;
    /// Room for a day of trying things out.
    private static final long ENOUGH = 2048 * MIB;

    private final Computer computer;

    FolderQuestions(Computer computer) {
        this.computer = computer;
    }

    @Override
    public List<Question> questions() {
        return List.of(
                Question.of(
                                Group.BUILDING,
                                "folders",
                                "Lamina's folders",
                                "Images, builds and the state of machines are kept there (LAMINA_HOME).",
                                this::folders)
                        .needed(),
                Question.of(
                                Group.BUILDING,
                                "space",
                                "Space on the disk",
                                "A system takes from 10 MiB to some GiB, and so do the images that it is made of.",
                                this::space)
                        .needed(),
                Question.of(Group.BUILDING, "store", "Image store", "Images are pulled once and kept.", this::store));
    }

    private List<Path> distinct() {
        Computer.Folders folders = computer.folders();
        return Stream.of(folders.cache(), folders.data(), folders.images())
                .filter(folder -> !folder.equals(folders.cache().resolve("images")))
                .distinct()
                .toList();
    }

    private Finding folders() {
        for (Path folder : distinct()) {
            try {
                computer.instruments().write(folder);
            } catch (IOException e) {
                boolean denied = e instanceof AccessDeniedException;
                return Finding.missing(
                        "nothing can be written to " + folder + (denied ? ": no permission" : ": " + e.getMessage()),
                        Cure.text("Set LAMINA_HOME to a folder of yours."));
            }
        }
        return Finding.ok(distinct().stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    private Finding space() throws IOException {
        long free = computer.instruments().free(computer.folders().cache());
        String found = new ByteSize(free) + " free";
        Cure prune = Cure.command("lamina image prune")
                .saying("Remove what nothing uses, or set LAMINA_HOME to another disk:");
        if (free < LEAST) {
            return Finding.missing("the disk is full (" + found + ")", prune);
        }
        return free < ENOUGH ? Finding.limited(found + ": enough for small systems", prune) : Finding.ok(found);
    }

    private Finding store() throws IOException {
        Store store = computer.instruments().store();
        String found = store.images() == 0
                ? "no images yet"
                : store.images() + (store.images() == 1 ? " image, " : " images, ") + new ByteSize(store.bytes());
        return Finding.ok(store.busy() ? found + "; another Lamina changes it now" : found);
    }
}
