package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.ImageFolder;
import dev.lamina.assembler.packages.PackageSource;

/// Where the Debian packages of a described image come from: what the built-in components have is the same for all.
@FunctionalInterface
public interface PackageSources {
    /// @param offline whether nothing may be fetched
    /// @param locked whether packages that differ from the locks are refused
    PackageSource open(ImageFolder folder, boolean offline, boolean locked);
}
