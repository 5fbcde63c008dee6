package dev.lamina.assembler.fs.tar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Cleans the names of an archive's entries and refuses those that would leave the tree.
final class GuestNames {
    /// What Linux takes as a path.
    private static final int MAX_BYTES = 4096;

    private final String archive;
    private final Set<String> symlinks = new HashSet<>();

    GuestNames(String archive) {
        this.archive = archive;
    }

    /// Without `./`, doubled and trailing slashes; empty for the root.
    String clean(String name) {
        return clean(name, name);
    }

    private String clean(String name, String entry) {
        if (name.startsWith("/")) {
            throw new UnsafeArchiveException(archive, entry, "has an absolute name");
        }
        if (name.indexOf('\0') >= 0 || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new UnsafeArchiveException(archive, abbreviated(entry), "has an impossible name");
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) {
                throw new UnsafeArchiveException(archive, entry, "leaves the tree by \"..\"");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /// The target of a hard link, which must lie in the tree too.
    String cleanTarget(String name, String target) {
        try {
            String cleaned = clean(target, name);
            if (cleaned.isEmpty()) {
                throw new BadArchiveException(archive, "has a hard link \"" + name + "\" to nothing");
            }
            refuseThroughSymlink(cleaned, name);
            return cleaned;
        } catch (UnsafeArchiveException e) {
            throw new UnsafeArchiveException(
                    archive,
                    abbreviated(name),
                    "is a hard link to \"" + abbreviated(target) + "\", outside of the tree");
        }
    }

    /// Notes a cleaned name in the order of the archive.
    void enter(String path, boolean symlink) {
        refuseThroughSymlink(path, path);
        if (symlink) {
            symlinks.add(path);
        } else {
            symlinks.remove(path);
        }
    }

    private void refuseThroughSymlink(String path, String entry) {
        if (symlinks.isEmpty()) {
            return;
        }
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (symlinks.contains(path.substring(0, slash))) {
                throw new UnsafeArchiveException(
                        archive, entry, "lies below \"" + path.substring(0, slash) + "\", a symbolic link");
            }
        }
    }

    private static String abbreviated(String text) {
        String printable = text.replace('\0', '?');
        return printable.length() <= 200 ? printable : printable.substring(0, 200) + "…";
    }
}
