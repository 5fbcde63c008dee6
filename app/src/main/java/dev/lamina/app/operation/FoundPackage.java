package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.BuildYml;
import dev.lamina.assembler.catalogue.ImageFolder;
import dev.lamina.assembler.catalogue.PackageDescription;
import dev.lamina.model.value.ImageRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A folder that an image is built from, and what the image is called.
public sealed interface FoundPackage {
    /// As users write it, e.g. `linuxkit/sysctl:1f8f`.
    String reference();

    /// Names of the architectures that it is meant for.
    List<String> arches();

    default ImageRef image() {
        return ImageRef.parse(reference());
    }

    /// Described for Lamina.
    record Described(ImageFolder folder, PackageDescription description, String reference) implements FoundPackage {
        @Override
        public List<String> arches() {
            return description.component().arches().stream()
                    .map(arch -> arch.ociName())
                    .toList();
        }
    }

    /// Described for LinuxKit, and built by Docker.
    ///
    /// @param hash of the folder's content by git; empty outside of git
    /// @param revision the commit, when all is as committed
    record WithDockerfile(Path folder, BuildYml description, String hash, Optional<String> revision, String reference)
            implements FoundPackage {
        @Override
        public List<String> arches() {
            return description.arches();
        }
    }
}
