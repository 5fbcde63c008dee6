package dev.lamina.assembler.listing;

import java.util.Collections;
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
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
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

    /// The same as a ramdisk would be listed of which nothing else is known, so that it can be compared
    /// with such a one: components by places, and all files but those beside it compressed together.
    public SystemListing componentsByPlace() {
        return byPlace ? this : new SystemListing(sharedOut(), texts, 0, true);
    }

    private List<ListedFile> sharedOut() {
        long archive = overhead;
        long content = 0;
        for (ListedFile file : files) {
            archive += file.isBeside() ? 0 : file.stored();
            content += file.isBeside() ? 0 : file.size();
        }
        Shares shares = new Shares(archive, content);
        return files.stream()
                .map(file -> file.isBeside() || !file.isFile() ? file : file.stored(shares.next(file.size())))
                .map(file -> file.of(Places.component(file.path())))
                .toList();
    }
}
