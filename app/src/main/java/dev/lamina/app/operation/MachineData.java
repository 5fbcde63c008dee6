package dev.lamina.app.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a machine has written that its next start would find: its disks, the settings of its firmware, and what
/// is in its TPM.
public final class MachineData {
    /// The files that a machine's folder has from Lamina and that the guest writes: disks without a path,
    /// and what firmware keeps. The folder may be one of the user's with other things in it.
    private static final Pattern WRITTEN = Pattern.compile("disk\\d*\\.img|uefi-(?:variables|firmware)\\.fd");

    /// As swtpm names it.
    private static final String TPM = "tpm/tpm2-00.permall";

    private static final String SNAPSHOTS = "snapshots.qcow2";

    private final Path machines;
    private final Path directory;

    /// @param machines holds a folder for each machine
    /// @param directory relative paths start here
    public MachineData(Path machines, Path directory) {
        this.machines = machines;
        this.directory = directory;
    }

    /// The files without which it starts as for the first time. A disk whose size is not given is never one
    /// of them: nobody could make it again.
    public List<Path> of(String machine, MachineOptions options) {
        Path folder = options.state().map(directory::resolve).orElse(machines.resolve(machine));
        List<Path> all = new ArrayList<>(inside(folder));
        Stream.of(folder.resolve(TPM)).filter(Files::isRegularFile).forEach(all::add);
        for (DiskRequest disk : options.disks()) {
            Optional<Path> own =
                    disk.file().filter(file -> disk.size().isPresent()).map(directory::resolve);
            own.filter(Files::isRegularFile).ifPresent(all::add);
        }
        if (!all.isEmpty()) {
            // Without what is lost here there is no way back to them.
            Stream.of(folder.resolve(SNAPSHOTS)).filter(Files::isRegularFile).forEach(all::add);
        }
        return List.copyOf(all);
    }

    private static List<Path> inside(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            WRITTEN.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of a machine that does not run.
    public void remove(List<Path> files) {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
