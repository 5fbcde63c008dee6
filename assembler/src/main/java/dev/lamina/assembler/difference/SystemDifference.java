package dev.lamina.assembler.difference;

import dev.lamina.assembler.difference.FileChange.Changed;
import dev.lamina.assembler.listing.SystemListing;
import java.util.List;

/// What is different in a later system.
///
/// @param components that came, went or have other files, the largest growth of the image first
/// @param files in the order of their paths
/// @param settings of containers that are in both systems, in the order of components and paths
/// @param cmdline of the kernel, before and after; equal when it did not change
/// @param before bytes of the image
/// @param after bytes of the image
public record SystemDifference(
        List<ComponentChange> components,
        List<FileChange> files,
        List<SettingChange> settings,
        Cmdline cmdline,
        Total before,
        Total after) {
    public SystemDifference {
        components = List.copyOf(components);
        files = List.copyOf(files);
        settings = List.copyOf(settings);
    }

    /// Of the kernel, in both systems.
    public record Cmdline(String before, String after) {
        public boolean changed() {
            return !before.equals(after);
        }
    }

    /// Of a system.
    ///
    /// @param bytes of its files, uncompressed
    /// @param stored bytes of its image
    public record Total(long files, long bytes, long stored) {
        static Total of(SystemListing listing) {
            long files = listing.files().stream().filter(file -> file.isFile()).count();
            return new Total(files, listing.bytes(), listing.stored());
        }
    }

    /// Compares two systems. When one of them tells components from places, both do.
    public static SystemDifference between(SystemListing before, SystemListing after) {
        boolean byPlace = before.byPlace() || after.byPlace();
        return new Comparison(
                        byPlace ? before.componentsByPlace() : before, byPlace ? after.componentsByPlace() : after)
                .difference();
    }

    /// Whether the same tree with the same settings boots in both.
    public boolean isEmpty() {
        return files.isEmpty() && settings.isEmpty() && !cmdline.changed();
    }

    /// Without those of which nothing is different but the time or the number of their container.
    public List<FileChange> notableFiles() {
        return files.stream()
                .filter(file -> !(file instanceof Changed changed && changed.isMinor()))
                .toList();
    }
}
