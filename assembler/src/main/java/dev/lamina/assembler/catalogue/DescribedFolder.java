package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A user's folder with descriptions and what they name. `ARCH.lock` in it pins Debian packages.
record DescribedFolder(Path folder) {

    /// Links are followed, but not to the outside: a description that came from somewhere else must not take along what
    /// is on this computer.
    Optional<ByteSource> file(String path) {
        Path file = folder.resolve(path);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new InputException(file + " leads out of " + folder, "copy the file to where the link to it is");
            }
            return Optional.of(ByteSource.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Need not exist.
    Path lock(Arch arch) {
        return folder.resolve(arch + ".lock");
    }

    /// @throws dev.lamina.assembler.packages.BadLockException a lock is damaged
    Map<Arch, PackageLock> locks() {
        Map<Arch, PackageLock> locks = new EnumMap<>(Arch.class);
        try {
            for (Arch arch : Arch.values()) {
                Path file = lock(arch);
                if (Files.isRegularFile(file)) {
                    locks.put(arch, LockText.parse(Files.readString(file), file.toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return locks;
    }
}
