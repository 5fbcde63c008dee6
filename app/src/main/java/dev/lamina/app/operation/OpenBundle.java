package dev.lamina.app.operation;

import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Folders;
import dev.lamina.assembler.oci.BundleFile;
import dev.lamina.assembler.oci.BundleFile.Unpacked;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Opens what a user names, if it is a bundle.
public final class OpenBundle {
    private static final Duration KEPT = Duration.ofDays(14);

    private final Path directory;
    private final Path bundles;

    /// @param directory relative names start here
    /// @param bundles folder for what is unpacked
    public OpenBundle(Path directory, Path bundles) {
        this.directory = directory;
        this.bundles = bundles;
    }

    public Optional<Unpacked> open(List<String> files, Reporter reporter) {
        try {
            for (String file : files) {
                Optional<BundleFile> bundle = find(file);
                if (bundle.isPresent() && files.size() > 1) {
                    throw new InputException(
                            file + " is a bundle, which cannot be merged with other files", "name the bundle alone");
                }
                if (bundle.isPresent()) {
                    Unpacked unpacked = bundle.get().unpack(bundles, reporter);
                    removeOld();
                    return Optional.of(unpacked);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those that nobody used lately; they can be unpacked again.
    private void removeOld() throws IOException {
        Instant limit = Instant.now().minus(KEPT);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(bundles, Files::isDirectory)) {
            for (Path folder : folders) {
                if (BundleFile.lastUse(folder).isBefore(limit)) {
                    remove(folder);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        Optional<FolderLock> lock = FolderLock.tryAcquire(folder);
        if (lock.isPresent()) {
            try (FolderLock held = lock.get()) {
                Folders.remove(folder);
            }
        }
    }

    private Optional<BundleFile> find(String file) throws IOException {
        if (file.equals("-") || RemoteText.isAddress(file)) {
            return Optional.empty();
        }
        try {
            return BundleFile.find(directory.resolve(file));
        } catch (InvalidPathException e) {
            return Optional.empty(); // whoever reads the file says what is wrong
        }
    }
}
