package dev.lamina.app.studio.build;

import dev.lamina.assembler.difference.ComponentChange;
import dev.lamina.assembler.difference.FileChange;
import dev.lamina.assembler.difference.SystemDifference;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.size.Duplicate;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.assembler.size.SizeTree;
import dev.lamina.assembler.size.Sizes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The sizes in a built system, ready to be shown, and how they differ from those of an earlier build.
///
/// @param biggest files, the largest first
/// @param duplicated paths of files that are there several times
/// @param since what changed since the earlier build; empty when there was none
/// @param componentGrowth bytes of the image, of the components that changed
/// @param fileGrowth bytes uncompressed, of the files that changed
record SystemSizes(
        SizeTree tree,
        SizeReport report,
        List<ListedFile> biggest,
        List<Duplicate> duplicates,
        Set<String> duplicated,
        Optional<SystemDifference> since,
        Map<String, Long> componentGrowth,
        Map<String, Long> fileGrowth) {
    private static final int MOST = 500;

    SystemSizes {
        biggest = List.copyOf(biggest);
        duplicates = List.copyOf(duplicates);
        duplicated = Set.copyOf(duplicated);
        componentGrowth = Map.copyOf(componentGrowth);
        fileGrowth = Map.copyOf(fileGrowth);
    }

    /// Takes a while for large systems.
    static SystemSizes of(SystemListing now, Optional<SystemListing> before) {
        Sizes sizes = new Sizes(now);
        List<Duplicate> duplicates = sizes.duplicates();
        Set<String> duplicated = new HashSet<>();
        duplicates.forEach(duplicate -> duplicated.addAll(duplicate.paths()));
        Optional<SystemDifference> since = before.map(earlier -> SystemDifference.between(earlier, now));
        return new SystemSizes(
                sizes.tree(),
                sizes.report(),
                sizes.biggest(MOST),
                duplicates,
                duplicated,
                since,
                components(since),
                files(since));
    }

    private static Map<String, Long> components(Optional<SystemDifference> since) {
        Map<String, Long> growth = new HashMap<>();
        since.ifPresent(difference -> difference.components().stream()
                .filter(change -> change.growth() != 0)
                .forEach((ComponentChange change) -> growth.put(change.component(), change.growth())));
        return growth;
    }

    private static Map<String, Long> files(Optional<SystemDifference> since) {
        Map<String, Long> growth = new HashMap<>();
        since.ifPresent(difference -> difference.files().stream()
                .filter(change -> change.growth() != 0)
                .forEach((FileChange change) -> growth.put(change.path(), change.growth())));
        return growth;
    }

    /// Bytes, uncompressed, that duplicates waste.
    long wasted() {
        return duplicates.stream().mapToLong(Duplicate::wasted).sum();
    }
}
