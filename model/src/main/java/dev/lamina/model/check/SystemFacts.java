package dev.lamina.model.check;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What is known beside the document. Nothing is fetched to learn it.
///
/// @param arch of the system
/// @param images those that are in the store or the catalogue
/// @param kernel what is known of the kernel's image
/// @param localFiles of `files`, by their `source` as written; those that nobody looked at are missing
/// @param today for the end of waivers
/// @param sizes when all images are known
public record SystemFacts(
        Arch arch,
        Map<ImageRef, ImageFacts> images,
        Optional<KernelFacts> kernel,
        Map<String, LocalFile> localFiles,
        RunFacts run,
        LocalDate today,
        Optional<SystemSizes> sizes) {

    public SystemFacts {
        images = Map.copyOf(images);
        localFiles = Map.copyOf(localFiles);
    }

    /// Without sizes.
    public SystemFacts(
            Arch arch,
            Map<ImageRef, ImageFacts> images,
            Optional<KernelFacts> kernel,
            Map<String, LocalFile> localFiles,
            RunFacts run,
            LocalDate today) {
        this(arch, images, kernel, localFiles, run, today, Optional.empty());
    }

    /// Nothing but the document is known.
    public static SystemFacts none(Arch arch, LocalDate today) {
        return new SystemFacts(arch, Map.of(), Optional.empty(), Map.of(), RunFacts.UNKNOWN, today);
    }
}
