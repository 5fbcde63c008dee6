package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.debian.PackageUpdate;
import dev.lamina.assembler.packages.debian.PackageUpdate.Change;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes the locks of Debian's packages in Lamina's source tree anew. The next build of Lamina uses them.
public final class UpdateCatalogue {
    private static final String LOCKS = "assembler/src/main/resources/catalogue/lock";

    private final Catalogue catalogue;
    private final PackageUpdate update;

    public UpdateCatalogue(Catalogue catalogue, PackageUpdate update) {
        this.catalogue = catalogue;
        this.update = update;
    }

    /// What became of one lock file.
    public record Updated(Path file, Arch arch, List<Change> changes) {
        public Updated {
            changes = List.copyOf(changes);
        }
    }

    /// @param sourceTree the folder of Lamina's sources
    public List<Updated> update(Path sourceTree, Reporter reporter) {
        Path folder = sourceTree.resolve(LOCKS);
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    sourceTree + " is not Lamina's source tree: it has no " + LOCKS,
                    "name the folder that you cloned with --dir");
        }
        List<Updated> updated = new ArrayList<>();
        try {
            for (Arch arch : Arch.values()) {
                Path file = folder.resolve(arch + ".lock");
                if (Files.isRegularFile(file)) {
                    updated.add(update(file, arch, reporter));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return updated;
    }

    private Updated update(Path file, Arch arch, Reporter reporter) throws IOException {
        PackageLock present = LockText.parse(Files.readString(file), file.toString());
        Set<String> names = catalogue.packages(arch);
        PackageUpdate.Result result = update.update(present, names, reporter);
        if (!result.changes().isEmpty()) {
            AtomicFile.write(file, result.text().getBytes(StandardCharsets.UTF_8));
        }
        return new Updated(file, arch, result.changes());
    }
}
