package dev.lamina.assembler.packages;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Where the catalogue gets Debian's packages from.
public interface PackageSource {

    /// The pins of the named packages and of all that they depend on, each once, sorted by name.
    ///
    /// @throws IllegalArgumentException the lock has no such package
    List<PackagePin> closure(Set<String> names, Arch arch);

    /// Whether the pinned file is in the cache already.
    boolean cached(PackagePin pin);

    /// Gets the packages, several at a time, each with a step of its own that counts bytes. Files that are in the cache
    /// are taken from there.
    ///
    /// @return in the order of `pins`; behind them what replacements need and was not asked for
    List<ObtainedPackage> obtain(List<PackagePin> pins, Reporter reporter) throws IOException;
}
