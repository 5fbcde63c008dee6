package dev.lamina.assembler.packages.index;

import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All packages that a suite has for one architecture at present.
///
/// @param released when the suite was signed
/// @param pins by name, the newest of each
public record PackageIndex(String suite, Instant released, Arch arch, Map<String, PackagePin> pins) {

    public Optional<PackagePin> find(String name) {
        return Optional.ofNullable(pins.get(name));
    }

    /// @throws EnvironmentException there is no such package any more
    public PackagePin require(String name) {
        return find(name)
                .orElseThrow(() -> new EnvironmentException(
                        "Debian's index of " + suite + " for " + arch + " has no package " + name,
                        "a newer Lamina may know what became of it"));
    }

    /// The named packages and those with the shared libraries that they need, sorted by name.
    public List<PackagePin> closure(Collection<String> names) {
        return PackageLock.closure(names, this::require);
    }
}
