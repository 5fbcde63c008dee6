package dev.lamina.assembler.size;

import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.SystemListing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Sizes as a tree for a treemap: the system, its components, directories, files. Only what takes bytes is in it.
///
/// @param name of the component, directory or file
/// @param path of the directory or file within the system; empty for the system and its components
/// @param files how many
/// @param bytes of the files, uncompressed
/// @param stored bytes in the image
/// @param children the largest (`stored`, then `bytes`) first; empty for a file
public record SizeTree(String name, String path, long files, long bytes, long stored, List<SizeTree> children) {
    static final Comparator<SizeTree> LARGEST_FIRST = Comparator.comparingLong(SizeTree::stored)
            .thenComparingLong(SizeTree::bytes)
            .reversed()
            .thenComparing(SizeTree::name);

    public SizeTree {
        children = List.copyOf(children);
    }

    public boolean isFile() {
        return children.isEmpty();
    }

    public static SizeTree of(SystemListing listing) {
        Folder all = new Folder("", "");
        for (ListedFile file : listing.files()) {
            if (file.isFile()) {
                all.folder(file.component(), "").add(file);
            }
        }
        return all.tree();
    }

    /// A directory while its files are added.
    private static final class Folder {
        private final String name;
        private final String path;
        private final TreeMap<String, Folder> folders = new TreeMap<>();
        private final List<SizeTree> files = new ArrayList<>();

        Folder(String name, String path) {
            this.name = name;
            this.path = path;
        }

        Folder folder(String child, String childPath) {
            return folders.computeIfAbsent(child, key -> new Folder(key, childPath));
        }

        void add(ListedFile file) {
            String[] names = file.path().split("/");
            Folder at = this;
            for (int i = 0; i < names.length - 1; i++) {
                at = at.folder(names[i], at.path.isEmpty() ? names[i] : at.path + "/" + names[i]);
            }
            at.files.add(new SizeTree(names[names.length - 1], file.path(), 1, file.size(), file.stored(), List.of()));
        }

        SizeTree tree() {
            List<SizeTree> children = new ArrayList<>(files);
            folders.values().forEach(folder -> children.add(folder.tree()));
            children.sort(LARGEST_FIRST);
            return new SizeTree(
                    name,
                    path,
                    children.stream().mapToLong(SizeTree::files).sum(),
                    children.stream().mapToLong(SizeTree::bytes).sum(),
                    children.stream().mapToLong(SizeTree::stored).sum(),
                    children);
        }
    }
}
