package dev.lamina.app.operation;

import dev.lamina.assembler.oci.BundleFile;
import dev.lamina.assembler.oci.BundleFile.Unpacked;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens what a user names, if it is a bundle.
public final class OpenBundle {
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
                    return Optional.of(bundle.get().unpack(bundles, reporter));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
