package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.tar.UnsafeArchiveException;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What is left of a stack of layers when they are applied from the bottom up, as the OCI image specification says
/// (layer.md): names and headers only, with the place of each content.
///
/// Whiteouts and opaque markers hide what lower layers have, wherever in their layer they stand. An upper layer may put
/// a file below a symbolic link of a lower one: the link is followed, within the tree.
final class LayeredTree {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final String META = ".wh..wh.";

    /// As many as Linux follows.
    private static final int MAX_LINKS = 40;

    /// Linux's PATH_MAX.
    private static final int MAX_PATH = 4096;

    private final LayerNode root = new LayerNode(null, "", 0);
    private String layerName = "";
    private int layer = -1;
    private int position;

    /// Where an entry stands: which layer, and the how manieth entry there.
    record Place(int layer, int position) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byLayer = Integer.compare(layer, other.layer);
            return byLayer != 0 ? byLayer : Integer.compare(position, other.position);
        }
    }

    /// What names share when they are hard links of each other.
    record Inode(TreeEntry entry, Place place) {}

    LayerNode root() {
        return root;
    }

    /// Begins the next layer.
    ///
    /// @param name for messages
    void beginLayer(String name) {
        layerName = name;
        layer++;
        position = -1;
    }

    /// Applies the next entry of the layer.
    void apply(TreeEntry entry) {
        position++;
        if (entry.path().isEmpty()) {
            describe(root, entry);
            return;
        }
        int slash = entry.path().lastIndexOf('/');
        String folder = slash < 0 ? "" : entry.path().substring(0, slash);
        String base = entry.path().substring(slash + 1);
        if (base.equals(OPAQUE)) {
            makeOpaque(folder);
        } else if (base.startsWith(META) || folder.startsWith(META) || folder.contains("/" + META)) {
            return; // bookkeeping of an old storage driver
        } else if (base.startsWith(WHITEOUT)) {
            whiteOut(folder, base.substring(WHITEOUT.length()), entry);
        } else {
            place(directory(folder, entry), base, entry);
        }
    }

    private void makeOpaque(String folder) {
        LayerNode node = find(folder);
        if (node != null && node.isDirectory()) {
            node.children.values().removeIf(child -> !survives(child));
        }
    }

    private void whiteOut(String folder, String name, TreeEntry entry) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new UnsafeArchiveException(layerName, entry.path(), "removes a name that cannot be");
        }
        LayerNode parent = find(folder);
        LayerNode hidden = parent == null ? null : parent.children.get(name);
        if (parent != null && hidden != null && !survives(hidden)) {
            parent.children.remove(name);
        }
    }

    /// Takes away what lower layers put below a name, and the name itself unless this layer uses it.
    private boolean survives(LayerNode node) {
        node.children.values().removeIf(child -> !survives(child));
        if (node.layer == layer) {
            return true;
        }
        if (node.children.isEmpty()) {
            return false;
        }
        node.inode = null;
        node.place = null;
        node.layer = layer;
        return true;
    }

    private void describe(LayerNode node, TreeEntry entry) {
        Place here = new Place(layer, position);
        node.inode = new Inode(entry, here);
        node.place = here;
        node.layer = layer;
    }

    private void place(LayerNode parent, String base, TreeEntry entry) {
        LayerNode existing = parent.children.get(base);
        if (entry.kind() == Kind.DIRECTORY && existing != null && existing.isDirectory()) {
            describe(existing, entry);
            return;
        }
        LayerNode node = child(parent, base, entry);
        if (entry.kind() == Kind.HARD_LINK) {
            LayerNode target = linked(entry);
            if (target == existing) {
                return;
            }
            node.inode = target.inode;
            node.place = new Place(layer, position);
        } else {
            describe(node, entry);
        }
        parent.children.put(base, node);
    }

    /// A new name. Each single name of a layer is bounded, but links of lower layers can carry it ever deeper.
    private LayerNode child(LayerNode parent, String name, TreeEntry entry) {
        LayerNode node = new LayerNode(parent, name, layer);
        if (node.pathLength > MAX_PATH) {
            String start = entry.path().substring(0, Math.min(60, entry.path().length()));
            throw new BadImageException(layerName, "\"" + start + "…\" lies deeper than a path can name");
        }
        return node;
    }

    private LayerNode linked(TreeEntry entry) {
        LayerNode target = find(entry.link());
        if (target == null || target.isDirectory()) {
            String problem = target == null ? "which is not there" : "which is a directory";
            throw new BadImageException(
                    layerName, "\"" + entry.path() + "\" is a hard link to \"" + entry.link() + "\", " + problem);
        }
        return target;
    }

    /// The name as it is now; symbolic links on the way (not the last) are followed.
    private @Nullable LayerNode find(String path) {
        LayerNode node = root;
        Deque<String> parts = parts(path);
        int links = 0;
        while (!parts.isEmpty()) {
            String part = parts.pop();
            LayerNode next = node.step(part);
            String link = next == null || parts.isEmpty() ? null : next.symlink();
            if (next == null || links > MAX_LINKS) {
                return null;
            } else if (link != null) {
                node = follow(node, link, parts);
                links++;
            } else {
                node = next;
            }
        }
        return node;
    }

    /// The directory of an entry, made if need be.
    private LayerNode directory(String path, TreeEntry entry) {
        LayerNode node = root;
        Deque<String> parts = parts(path);
        int links = 0;
        while (!parts.isEmpty()) {
            String part = parts.pop();
            LayerNode above = node;
            LayerNode next = node.step(part);
            if (next == null) {
                next = child(above, part, entry);
                above.children.put(part, next);
            }
            String link = next.symlink();
            if (link != null) {
                refuseOwnLink(next, entry);
                node = follow(node, link, parts);
                refuseEndlessLinks(++links, entry);
            } else if (next.isDirectory()) {
                node = next;
            } else {
                throw new BadImageException(
                        layerName,
                        "\"" + entry.path() + "\" lies below \"" + next.path() + "\", which is not a directory");
            }
        }
        return node;
    }

    private void refuseOwnLink(LayerNode link, TreeEntry entry) {
        if (link.layer == layer) {
            throw new UnsafeArchiveException(
                    layerName, entry.path(), "lies below \"" + link.path() + "\", a symbolic link");
        }
    }

    private void refuseEndlessLinks(int links, TreeEntry entry) {
        if (links > MAX_LINKS) {
            throw new BadImageException(
                    layerName, "\"" + entry.path() + "\" lies below symbolic links that lead nowhere");
        }
    }

    /// Puts a link's target before the parts that are left; gives the directory where they start. Above the root is
    /// the root, as for a process in the guest.
    private LayerNode follow(LayerNode from, String link, Deque<String> parts) {
        Deque<String> target = parts(link);
        while (!target.isEmpty()) {
            parts.push(target.removeLast());
        }
        return link.startsWith("/") ? root : from;
    }

    private static Deque<String> parts(String path) {
        Deque<String> parts = new ArrayDeque<>();
        Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .forEach(parts::add);
        return parts;
    }
}
