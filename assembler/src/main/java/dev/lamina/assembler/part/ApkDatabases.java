package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// When several images of the root say which Alpine packages they hold, the root's list is all of theirs, as LinuxKit
/// has it: each followed by two line ends, dated 1970.
final class ApkDatabases {
    private static final String PATH = "lib/apk/db/installed";
    private static final String SEPARATOR = "\n\n";

    private final List<FlattenedImage> images = new ArrayList<>();

    void add(FlattenedImage image) {
        if (image.find(PATH).filter(entry -> entry.kind() == Kind.FILE).isPresent()) {
            images.add(image);
        }
    }

    Optional<MadePart> part() {
        if (images.size() < 2) {
            return Optional.empty();
        }
        Content all = new Joined(List.copyOf(images));
        TreeEntry entry = new TreeEntry(PATH, Kind.FILE, 0644, 0, 0, 0, all.size(), "", 0, 0, Map.of());
        return Optional.of(new MadePart(new Origin("LINUXKIT.apkinit", "init")).add(entry, all));
    }

    /// Read from the images only when it is written.
    private record Joined(List<FlattenedImage> images) implements Content {
        @Override
        public long size() {
            return images.stream()
                    .mapToLong(image -> image.find(PATH).orElseThrow().size() + SEPARATOR.length())
                    .sum();
        }

        @Override
        public String identity() {
            return images.stream().map(image -> image.identity(PATH)).collect(Collectors.joining("+"));
        }

        @Override
        public InputStream open() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (FlattenedImage image : images) {
                image.streamTo((entry, content) -> {
                    if (entry.path().equals(PATH)) {
                        content.transferTo(all);
                        all.writeBytes(SEPARATOR.getBytes(StandardCharsets.US_ASCII));
                    }
                });
            }
            return new ByteArrayInputStream(all.toByteArray());
        }
    }
}
