package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The entries of a layer to be: sorted, all of one time, owned by root, with every parent directory.
final class LayerContent implements EntrySource {
    static final Comparator<PackagePin> BY_NAME =
            Comparator.comparing(PackagePin::name).thenComparing(PackagePin::version);

    private final TreeMap<String, Item> items = new TreeMap<>();
    private final Set<String> libraries = new HashSet<>();
    private final SortedSet<PackagePin> sources = new TreeSet<>(BY_NAME);

    private record Item(TreeEntry entry, ByteSource content) {
        private static final ByteSource NOTHING = ByteSource.of(new byte[0]);

        Item(TreeEntry entry) {
            this(entry, NOTHING);
        }
    }

    /// @param path with or without a leading slash
    void file(String path, int mode, ByteSource content) {
        String at = relative(path);
        put(new Item(TreeEntry.file(at, mode, content.size()), content));
    }

    void directory(String path, int mode) {
        put(new Item(TreeEntry.directory(relative(path), mode)));
    }

    void link(String path, String target) {
        put(new Item(TreeEntry.symlink(relative(path), target)));
    }

    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private void put(Item item) {
        if (items.putIfAbsent(item.entry().path(), item) != null) {
            throw new InputException(
                    "a component has two things at /" + item.entry().path(), "take one of them out of its description");
        }
    }

    /// Notes that a library is in this layer, by the name that programs use.
    void provides(Set<String> names) {
        libraries.addAll(names);
    }

    Set<String> libraries() {
        return libraries;
    }

    /// Notes that something was taken from a package.
    void from(PackagePin pin) {
        sources.add(pin);
    }

    SortedSet<PackagePin> sources() {
        return sources;
    }

    @Override
    public void streamTo(EntrySink sink) throws IOException {
        for (Item item : withParents().values()) {
            try (InputStream content = item.content().open()) {
                sink.accept(item.entry(), content);
            }
        }
    }

    private TreeMap<String, Item> withParents() {
        TreeMap<String, Item> all = new TreeMap<>(items);
        for (String path : items.keySet()) {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                String parent = path.substring(0, slash);
                all.computeIfAbsent(parent, name -> new Item(TreeEntry.directory(name, 0755)));
            }
        }
        return all;
    }
}
