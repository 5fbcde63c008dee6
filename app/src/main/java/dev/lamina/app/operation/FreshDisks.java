package dev.lamina.app.operation;

import dev.lamina.model.value.DiskFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The disks of a machine that is tried out, apart from those that the user has: with a size they are empty,
/// and what has none is a copy. So a test finds the same each time, and changes nothing that somebody keeps.
///
/// @param directory relative paths start here
/// @param folder for the disks
record FreshDisks(Path directory, Path folder) {

    List<DiskRequest> of(List<DiskRequest> disks) throws IOException {
        List<DiskRequest> fresh = new ArrayList<>();
        for (int i = 0; i < disks.size(); i++) {
            fresh.add(of(disks.get(i), i));
        }
        return fresh;
    }

    private DiskRequest of(DiskRequest disk, int index) throws IOException {
        if (disk.file().isEmpty()) {
            return disk;
        }
        Path theirs = directory.resolve(disk.file().get());
        Path ours = folder.resolve(index + "-" + theirs.getFileName());
        boolean empty = disk.size().isPresent() && (isRaw(disk) || !Files.exists(theirs));
        if (!empty && !Files.isRegularFile(theirs)) {
            return disk; // who starts the machine says what is wrong with it
        }
        if (!empty) {
            Files.copy(theirs, ours);
        }
        return new DiskRequest(Optional.of(ours.toString()), disk.size(), disk.format());
    }

    private static boolean isRaw(DiskRequest disk) {
        return disk.format()
                        .or(() -> disk.file().flatMap(DiskFormat::ofFileName))
                        .orElse(DiskFormat.RAW)
                == DiskFormat.RAW;
    }
}
