package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// When several images of the root say which Alpine packages they hold, the root's list is all of theirs, as LinuxKit
/// has it: each followed by two line ends, dated 1970.
final class ApkDatabases {
    private static final String PATH = "lib/apk/db/installed";
    private static final Content SEPARATOR = Content.of("\n\n");

    private final ImageContents contents;
    private final ExtractedFiles extracted;
    private final List<StoredImage> images = new ArrayList<>();

    ApkDatabases(ImageContents contents, ExtractedFiles extracted) {
        this.contents = contents;
        this.extracted = extracted;
    }

    void add(StoredImage image, FlattenedImage files) {
        if (files.find(PATH).filter(entry -> entry.kind() == Kind.FILE).isPresent()) {
            images.add(image);
        }
    }

    Optional<MadePart> part() throws IOException {
        if (images.size() < 2) {
            return Optional.empty();
        }
        List<Content> pieces = new ArrayList<>();
        for (StoredImage image : images) {
            Map<String, BlobDescriptor> blobs = extracted.of(image, Set.of(PATH));
            blobs.values().forEach(blob -> pieces.add(Content.of(contents.store(), blob)));
            pieces.add(SEPARATOR);
        }
        Content all = new Joined(List.copyOf(pieces));
        TreeEntry entry = new TreeEntry(PATH, Kind.FILE, 0644, 0, 0, 0, all.size(), "", 0, 0, Map.of());
        return Optional.of(new MadePart(new Origin("LINUXKIT.apkinit", "init")).add(entry, all));
    }

    private record Joined(List<Content> pieces) implements Content {
        @Override
        public long size() {
            return pieces.stream().mapToLong(Content::size).sum();
        }

        @Override
        public String identity() {
            return pieces.stream().map(Content::identity).collect(Collectors.joining("+"));
        }

        @Override
        public InputStream open() throws IOException {
            List<InputStream> streams = new ArrayList<>();
            for (Content piece : pieces) {
                streams.add(piece.open());
            }
            return new SequenceInputStream(Collections.enumeration(streams));
        }
    }
}
