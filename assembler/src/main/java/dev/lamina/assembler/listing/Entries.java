package dev.lamina.assembler.listing;

import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.value.Digest;
import java.util.Optional;

/// Makes listed files of the entries of trees and archives.
final class Entries {
    private static final String BOOT = "boot/";

    private Entries() {}

    /// What is below `boot/` becomes files of their own, whose owner and mode are the builder's: only its bytes count.
    static ListedFile listed(TreeEntry entry, String component, long stored, Optional<Digest> content) {
        TreeEntry known = entry.path().startsWith(BOOT) && entry.kind() == TreeEntry.Kind.FILE
                ? TreeEntry.file(entry.path(), 0644, entry.size())
                : entry;
        return new ListedFile(
                known.path(),
                component,
                known.kind(),
                known.mode(),
                known.uid(),
                known.gid(),
                known.mtime(),
                known.size(),
                stored,
                link(known),
                content);
    }

    private static String link(TreeEntry entry) {
        return switch (entry.kind()) {
            case CHARACTER_DEVICE, BLOCK_DEVICE -> entry.deviceMajor() + ":" + entry.deviceMinor();
            case FILE, DIRECTORY, SYMLINK, HARD_LINK, FIFO -> entry.link();
        };
    }
}
