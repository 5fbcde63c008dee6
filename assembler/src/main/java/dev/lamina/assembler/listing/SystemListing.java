package dev.lamina.assembler.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that is in a system, built or as it would be built: headers and digests, and the few texts that people
/// want to read when they differ. No other content.
///
/// @param files in the order of their paths, each path once
/// @param texts `config.json` and `runtime.json` of the containers and `boot/cmdline`, by their paths
/// @param overhead bytes of the image that are for directories and links alone
/// @param byPlace whether the components were told from the places of the files, since the composition is not known
public record SystemListing(List<ListedFile> files, SortedMap<String, String> texts, long overhead, boolean byPlace) {
    /// The command line of the kernel, with the other files that are beside the ramdisk.
    public static final String COMMAND_LINE = "boot/cmdline";

    public SystemListing {
        files = files.stream().sorted(Comparator.comparing(ListedFile::path)).toList();
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static SystemListing of(List<ListedFile> files, Map<String, String> texts, long overhead, boolean byPlace) {
        return new SystemListing(files, new TreeMap<>(texts), overhead, byPlace);
    }

    /// Empty when there is none.
    public String cmdline() {
        return texts.getOrDefault(COMMAND_LINE, "");
    }

    /// Bytes of the files, uncompressed.
    public long bytes() {
        return files.stream().mapToLong(ListedFile::size).sum();
    }

    /// Bytes of the image.
    public long stored() {
        return files.stream().mapToLong(ListedFile::stored).sum() + overhead;
    }

    /// The same with the components that [RamdiskListing] would see, so that it can be compared with such a one.
    public SystemListing componentsByPlace() {
        List<ListedFile> placed = files.stream()
                .map(file -> file.of(Places.component(file.path())))
                .toList();
        return byPlace ? this : new SystemListing(placed, texts, overhead, true);
    }
}
