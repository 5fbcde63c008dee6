package dev.lamina.assembler.oci;

import dev.lamina.assembler.oci.LayeredTree.Inode;
import dev.lamina.assembler.oci.LayeredTree.Place;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A name in a [LayeredTree]. A directory without an inode was never described, only used.
final class LayerNode {
    final @Nullable LayerNode parent;
    final String name;
    final TreeMap<String, LayerNode> children = new TreeMap<>();
    /// Of the whole path.
    final int pathLength;

    /// The last that described or used it.
    int layer;

    @Nullable
    Inode inode;

    /// Where the entry stands that gave it its inode.
    @Nullable
    Place place;

    LayerNode(@Nullable LayerNode parent, String name, int layer) {
        this.parent = parent;
        this.name = name;
        this.pathLength = parent == null ? 0 : parent.pathLength + 1 + name.length();
        this.layer = layer;
    }

    boolean isDirectory() {
        Inode own = inode;
        return own == null || own.entry().kind() == Kind.DIRECTORY;
    }

    /// The target; null when it is no symbolic link.
    @Nullable
    String symlink() {
        Inode own = inode;
        return own != null && own.entry().kind() == Kind.SYMLINK ? own.entry().link() : null;
    }

    /// @param part a name, or `..`; above the root is the root
    @Nullable
    LayerNode step(String part) {
        LayerNode above = parent;
        if (part.equals("..")) {
            return above == null ? this : above;
        }
        return children.get(part);
    }

    String path() {
        LayerNode above = parent;
        if (above == null) {
            return "";
        }
        return above.parent == null ? name : above.path() + "/" + name;
    }
}
