package dev.lamina.assembler.packages;

import java.nio.file.Path;

/// A package on this computer, with its hash checked.
///
/// @param wanted what the lock says
/// @param actual what was had: `wanted` itself, or the current version of a package whose pinned file no mirror has
/// @param file the .deb, in the cache
public record ObtainedPackage(PackagePin wanted, PackagePin actual, Path file) {

    /// Whether it is the file that the lock names.
    public boolean locked() {
        return wanted.sha256().equals(actual.sha256());
    }
}
