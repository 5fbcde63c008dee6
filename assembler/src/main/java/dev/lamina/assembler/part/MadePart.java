package dev.lamina.assembler.part;

import dev.lamina.assembler.tree.Contribution;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Entries that Lamina makes itself, one by one.
final class MadePart implements Contribution {
    private final Origin origin;
    private final Map<String, TreeEntry> entries = new LinkedHashMap<>();
    private final Map<String, Content> contents = new HashMap<>();

    MadePart(Origin origin) {
        this.origin = origin;
    }

    /// A directory of root's, with its parents as far as this part has not named them.
    MadePart directories(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String parent = path.substring(0, slash);
            entries.putIfAbsent(parent, TreeEntry.directory(parent, 0755));
        }
        entries.putIfAbsent(path, TreeEntry.directory(path, 0755));
        return this;
    }

    MadePart add(TreeEntry entry) {
        entries.put(entry.path(), entry);
        return this;
    }

    /// @param entry a file, of the content's size
    MadePart add(TreeEntry entry, Content content) {
        contents.put(entry.path(), content);
        return add(entry);
    }

    MadePart file(String path, String text) {
        Content content = Content.of(text);
        return add(TreeEntry.file(path, 0644, content.size()), content);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public List<TreeEntry> listing() {
        return List.copyOf(entries.values());
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    @Override
    public String identity(String path) {
        return content(path).identity();
    }

    /// The kernel among them is large, and its digest is known.
    @Override
    public Map<String, Digest> digests(Set<String> paths, Reporter reporter) throws IOException {
        Map<String, Digest> digests = new HashMap<>();
        Set<String> others = new HashSet<>();
        for (String path : paths) {
            content(path).digest().ifPresentOrElse(digest -> digests.put(path, digest), () -> others.add(path));
        }
        if (!others.isEmpty()) {
            digests.putAll(Contribution.super.digests(others, reporter));
        }
        return digests;
    }

    private Content content(String path) {
        Content content = contents.get(path);
        if (content == null) {
            throw new IllegalArgumentException("no file of " + origin + ": " + path);
        }
        return content;
    }

    @Override
    public void stream(Set<String> wanted, EntrySink sink) throws IOException {
        for (TreeEntry entry : entries.values()) {
            if (wanted.contains(entry.path())) {
                try (InputStream in = content(entry.path()).open()) {
                    sink.accept(entry, in);
                }
            }
        }
    }
}
