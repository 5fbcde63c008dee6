package dev.lamina.assembler.oci;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Optional;

/// Where a build gets its images from: the store, the built-in catalogue, a registry.
public interface ImageProvider {

    /// The image if it is in the store and up to date. Looks only; no network.
    Optional<StoredImage> present(ImageRef ref, Arch arch) throws IOException;

    /// What [#provide] would have to do for an image that is not present.
    Pending pending(ImageRef ref, Arch arch) throws IOException;

    /// The image, made or fetched if need be. May be called by several threads, also for the same image.
    ///
    /// @throws dev.lamina.model.problem.InputException there is no such image
    /// @throws dev.lamina.model.problem.EnvironmentException it could not be had, e.g. for lack of a network
    StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) throws IOException;

    /// @param what in words, e.g. `make from 3 Debian packages`
    /// @param downloads files to fetch
    /// @param downloadBytes their size
    record Pending(String what, int downloads, long downloadBytes) {}
}
