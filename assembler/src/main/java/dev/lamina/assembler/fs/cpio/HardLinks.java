package dev.lamina.assembler.fs.cpio;

import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.HashMap;
import java.util.Map;

/// How many hard links name each file. A cpio writer must know before it writes the file: the kernel remembers a
/// file's name for later links only if its link count is above one.
public final class HardLinks {
    public static final HardLinks NONE = new HardLinks();

    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private HardLinks() {}

    /// @param entries in the order in which they will be written
    public static HardLinks of(Iterable<TreeEntry> entries) {
        HardLinks links = new HardLinks();
        entries.forEach(links::add);
        return links;
    }

    private void add(TreeEntry entry) {
        if (entry.kind() == Kind.HARD_LINK) {
            String file = fileOf(entry.link());
            targets.put(entry.path(), file);
            counts.merge(file, 1, Integer::sum);
        }
    }

    /// The file that a link's target is, itself or by being a link.
    String fileOf(String path) {
        return targets.getOrDefault(path, path);
    }

    /// Names of the file in all.
    int count(String path) {
        return 1 + counts.getOrDefault(path, 0);
    }
}
