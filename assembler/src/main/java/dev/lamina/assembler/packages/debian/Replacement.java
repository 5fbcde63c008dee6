package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.index.PackageIndex;
import java.util.Optional;

/// What stands in for a package whose pinned file is gone.
final class Replacement {
    static final String KERNEL = "linux-image-";

    private Replacement() {}

    /// The current version. A kernel's package has the version in its name, so the way to the current one leads through
    /// the package that always depends on it.
    static PackagePin find(PackagePin wanted, PackageLock lock, PackageIndex index) {
        Optional<PackagePin> always = lock.pins().stream()
                .filter(pin -> pin.name().startsWith(KERNEL))
                .filter(pin -> pin.dependencies().contains(wanted.name()))
                .findFirst();
        return always.flatMap(pin -> index.require(pin.name()).dependencies().stream()
                        .filter(name -> name.startsWith(KERNEL))
                        .findFirst())
                .map(index::require)
                .orElseGet(() -> index.require(wanted.name()));
    }

    static String inWords(ObtainedPackage obtained) {
        PackagePin wanted = obtained.wanted();
        PackagePin actual = obtained.actual();
        String other = actual.name().equals(wanted.name()) ? actual.version() : actual.label();
        return wanted.name() + ": no mirror has " + wanted.version() + " of the lock any more; using " + other
                + " from the signed index";
    }
}
