package dev.lamina.assembler.facts;

import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.ImageFiles.Entry;
import dev.lamina.model.check.ImageFiles.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files of an image in the terms of reviews. A hard link is one more file.
final class ImageFilesOf {
    private ImageFilesOf() {}

    /// Without programs.
    static ImageFiles listing(List<TreeEntry> listing) {
        Map<String, Entry> entries = new HashMap<>();
        for (TreeEntry entry : listing) {
            if (!entry.path().isEmpty() && entry.kind() != TreeEntry.Kind.HARD_LINK) {
                entries.put(entry.path(), entry(entry));
            }
        }
        for (TreeEntry entry : listing) {
            @Nullable Entry linked = entry.kind() == TreeEntry.Kind.HARD_LINK ? entries.get(entry.link()) : null;
            if (linked != null) {
                entries.put(entry.path(), linked);
            }
        }
        return new ImageFiles(entries, Map.of());
    }

    private static Entry entry(TreeEntry entry) {
        Kind kind = switch (entry.kind()) {
            case FILE, HARD_LINK -> Kind.FILE;
            case DIRECTORY -> Kind.DIRECTORY;
            case SYMLINK -> Kind.SYMLINK;
            case CHARACTER_DEVICE, BLOCK_DEVICE -> Kind.DEVICE;
            case FIFO -> Kind.OTHER;
        };
        return new Entry(kind, entry.mode(), entry.uid(), entry.gid(), entry.size(), entry.link());
    }
}
