package dev.lamina.assembler.fs.iso;

import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file or directory of the image to be, with what is found out about it step by step: its names, then its place.
final class IsoNode {
    final String name;
    final TreeEntry entry;
    final IsoNode parent;
    final List<IsoNode> children = new ArrayList<>();

    /// The file whose content this is: itself unless it is a hard link.
    IsoNode file = this;

    /// How many names the file has.
    int links = 1;

    /// The same for all names of a file.
    long serial;

    /// Of a file's content: its first block.
    long block;

    private IsoNode(String name, TreeEntry entry, @Nullable IsoNode parent) {
        this.name = name;
        this.entry = entry;
        this.parent = parent == null ? this : parent;
    }

    static IsoNode root(TreeEntry entry) {
        return new IsoNode("", entry, null);
    }

    IsoNode add(String childName, TreeEntry child) {
        IsoNode node = new IsoNode(childName, child, this);
        children.add(node);
        return node;
    }

    boolean isDirectory() {
        return entry.kind() == Kind.DIRECTORY;
    }

    /// Whether it has content: a file under whichever name.
    boolean isFile() {
        return file.entry.kind() == Kind.FILE;
    }

    long size() {
        return file.entry.size();
    }
}
