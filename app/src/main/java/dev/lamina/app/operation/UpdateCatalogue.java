package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.ImageFolder;
import dev.lamina.assembler.catalogue.OwnComponents;
import dev.lamina.assembler.catalogue.PackageDescription;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Makes locks of Debian's packages anew: those in Lamina's source tree, which the next build of Lamina uses,
/// or those of a folder of own components.
public final class UpdateCatalogue {
    private static final String LOCKS = "assembler/src/main/resources/catalogue/lock";

    private final Catalogue builtIn;
    private final Map<Arch, PackageLock> locks;
    private final PackageUpdate update;

    /// @param locks of the built-in components
    public UpdateCatalogue(Catalogue builtIn, Map<Arch, PackageLock> locks, PackageUpdate update) {
        this.builtIn = builtIn;
        this.locks = Map.copyOf(locks);
        this.update = update;
    }

    /// What became of one lock file.
    public record Updated(Path file, Arch arch, List<Change> changes) {
        public Updated {
            changes = List.copyOf(changes);
        }
    }

    /// @param folder of Lamina's sources, or of components
    public List<Updated> update(Path folder, Reporter reporter) {
        Path sources = folder.resolve(LOCKS);
        OwnComponents own = OwnComponents.in(folder);
        try {
            if (Files.isDirectory(sources)) {
                return updateBuiltIn(sources, reporter);
            }
            if (!own.names().isEmpty()) {
                return updateOwn(own, reporter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new InputException(
                folder + " holds neither components nor Lamina's sources: it has no NAME/component.yml and no " + LOCKS,
                "name the folder above those of your components, or the one that you cloned, with --dir");
    }

    private List<Updated> updateBuiltIn(Path sources, Reporter reporter) throws IOException {
        List<Updated> updated = new ArrayList<>();
        for (Arch arch : Arch.values()) {
            Path file = sources.resolve(arch + ".lock");
            if (Files.isRegularFile(file)) {
                updated.add(update(file, present(file), builtIn.packages(arch), reporter));
            }
        }
        return updated;
    }

    private List<Updated> updateOwn(OwnComponents own, Reporter reporter) throws IOException {
        Catalogue all = builtIn.and(own);
        return update(own::lock, all::packages, reporter);
    }

    /// The locks beside the description of one image.
    public List<Updated> update(ImageFolder folder, Reporter reporter) {
        PackageDescription description = folder.read(builtIn);
        Catalogue all = builtIn.and(folder, description.component());
        try {
            return update(
                    folder::lock,
                    arch -> description.component().arches().contains(arch)
                            ? all.packages(description.component(), arch)
                            : Set.of(),
                    reporter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Only packages that the built-in components do not pin need a lock.
    private List<Updated> update(Function<Arch, Path> place, Function<Arch, Set<String>> packages, Reporter reporter)
            throws IOException {
        List<Updated> updated = new ArrayList<>();
        for (Map.Entry<Arch, PackageLock> base : new TreeMap<>(locks).entrySet()) {
            Set<String> names = new TreeSet<>(packages.apply(base.getKey()));
            base.getValue().pins().forEach(pin -> names.remove(pin.name()));
            Path file = place.apply(base.getKey());
            boolean locked = Files.isRegularFile(file);
            if (locked || !names.isEmpty()) {
                updated.add(update(file, locked ? present(file) : empty(base.getValue()), names, reporter));
            }
        }
        return updated;
    }

    private static PackageLock present(Path file) throws IOException {
        return LockText.parse(Files.readString(file), file.toString());
    }

    private static PackageLock empty(PackageLock base) {
        return new PackageLock(base.suite(), base.released(), base.snapshot(), base.arch(), List.of());
    }

    private Updated update(Path file, PackageLock present, Set<String> names, Reporter reporter) throws IOException {
        PackageUpdate.Result result = update.update(present, names, reporter);
        if (!result.changes().isEmpty()) {
            AtomicFile.write(file, result.text().getBytes(StandardCharsets.UTF_8));
        }
        return new Updated(file, present.arch(), result.changes());
    }
}
