package dev.lamina.assembler.size;

import dev.lamina.assembler.listing.ComponentNames;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.size.SizeReport.Row;
import dev.lamina.model.value.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers about the sizes in a system.
///
/// @param listing of the system
public record Sizes(SystemListing listing) {
    /// Smaller files waste more in headers than in content.
    private static final long WORTH_TELLING = 1024;

    private static final Comparator<ListedFile> BIGGEST_FIRST = Comparator.comparingLong(ListedFile::stored)
            .thenComparingLong(ListedFile::size)
            .reversed()
            .thenComparing(ListedFile::path);

    private static final Comparator<Duplicate> WASTING_FIRST = Comparator.comparingLong(Duplicate::wasted)
            .reversed()
            .thenComparing(duplicate -> duplicate.paths().getFirst());

    /// By component.
    public SizeReport report() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (ListedFile file : listing.files()) {
            if (file.isFile()) {
                rows.merge(file.component(), new Row(file.component(), 1, file.size(), file.stored()), SizeReport::sum);
            }
        }
        if (listing.overhead() > 0) {
            rows.put(ComponentNames.NO_FILES, new Row(ComponentNames.NO_FILES, 0, 0, listing.overhead()));
        }
        return new SizeReport(List.copyOf(rows.values()));
    }

    /// By component, directory and file.
    public SizeTree tree() {
        return SizeTree.of(listing);
    }

    /// The files that take most of the image, at most `most` of them.
    public List<ListedFile> biggest(int most) {
        return listing.files().stream()
                .filter(ListedFile::isFile)
                .sorted(BIGGEST_FIRST)
                .limit(most)
                .toList();
    }

    /// What is there several times, the most wasteful first. Files below 1 KiB do not count, nor what every container
    /// must have of its own.
    public List<Duplicate> duplicates() {
        Map<Digest, List<ListedFile>> same = new LinkedHashMap<>();
        for (ListedFile file : listing.files()) {
            if (file.size() >= WORTH_TELLING && !listing.texts().containsKey(file.path())) {
                file.content()
                        .ifPresent(content -> same.computeIfAbsent(content, key -> new ArrayList<>())
                                .add(file));
            }
        }
        return same.entrySet().stream()
                .filter(files -> files.getValue().size() > 1)
                .map(files -> new Duplicate(
                        files.getKey(),
                        files.getValue().getFirst().size(),
                        files.getValue().stream().map(ListedFile::path).toList()))
                .sorted(WASTING_FIRST)
                .toList();
    }
}
