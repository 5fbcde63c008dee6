package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.oci.FlattenedImage.LayerSource;
import dev.lamina.assembler.oci.FlattenedImage.Planned;
import dev.lamina.assembler.oci.LayeredTree.Inode;
import dev.lamina.assembler.oci.LayeredTree.Place;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Applies layers by their headers and plans in which order to send what is left.
final class LayerFlattener {
    /// The entry made for a directory without one comes from no layer.
    private static final Place NOWHERE = new Place(-1, -1);

    private final TreeMap<Place, Planned> described = new TreeMap<>();
    private final List<LayerNode> directories = new ArrayList<>();
    private final List<Planned> plan = new ArrayList<>();
    private final Set<LayerNode> sent = new HashSet<>();
    private final Map<Place, LayerNode> nodes = new TreeMap<>();

    private LayerFlattener() {}

    static FlattenedImage flatten(List<LayerSource> layers) throws IOException {
        LayeredTree tree = new LayeredTree();
        for (LayerSource layer : layers) {
            tree.beginLayer(layer.name());
            layer.headers().forEach(tree::apply);
        }
        return new FlattenedImage(layers, new LayerFlattener().plan(tree));
    }

    static List<TreeEntry> headers(LayerSource layer) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        read(layer, (entry, content) -> entries.add(entry));
        return entries;
    }

    /// Reads a layer to the end of its data, beyond the end of the tar: only there its digest is checked.
    static void read(LayerSource layer, EntrySink sink) throws IOException {
        try (InputStream in = layer.open()) {
            new TarReader(in, layer.name()).streamTo(sink);
            Streams.drain(in);
        }
    }

    private List<Planned> plan(LayeredTree tree) {
        Map<Inode, List<LayerNode>> names = new IdentityHashMap<>();
        collect(tree.root(), names);
        names.forEach(this::placeNames);
        described.forEach((place, planned) -> {
            LayerNode node = nodes.get(place);
            if (node != null) {
                sendParents(node.parent);
                plan.add(planned);
            }
        });
        directories.forEach(this::sendDirectory);
        return plan;
    }

    private void collect(LayerNode node, Map<Inode, List<LayerNode>> names) {
        List<LayerNode> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            LayerNode current = open.removeLast();
            Inode inode = current.inode;
            if (current.isDirectory()) {
                directories.add(current);
                open.addAll(current.children.values());
            } else if (inode != null) {
                names.computeIfAbsent(inode, key -> new ArrayList<>()).add(current);
            }
        }
    }

    /// The first name that is left has the content, at the place where the content stands; the others link to it.
    private void placeNames(Inode inode, List<LayerNode> names) {
        names.sort((a, b) -> place(a).compareTo(place(b)));
        LayerNode owner = names.getFirst();
        put(inode.place(), owner, inode.entry().at(owner.path()));
        for (LayerNode other : names.subList(1, names.size())) {
            put(place(other), other, linkTo(owner, inode.entry().at(other.path())));
        }
    }

    private void put(Place place, LayerNode node, TreeEntry entry) {
        described.put(place, new Planned(entry, place));
        nodes.put(place, node);
    }

    /// Devices and symbolic links are simply there twice.
    private static TreeEntry linkTo(LayerNode owner, TreeEntry entry) {
        if (entry.kind() != Kind.FILE) {
            return entry;
        }
        return new TreeEntry(
                entry.path(),
                Kind.HARD_LINK,
                entry.mode(),
                entry.uid(),
                entry.gid(),
                entry.mtime(),
                0,
                owner.path(),
                0,
                0,
                entry.xattrs());
    }

    private static Place place(LayerNode node) {
        Place place = node.place;
        return place == null ? NOWHERE : place;
    }

    private void sendParents(@Nullable LayerNode directory) {
        if (directory != null && !sent.contains(directory)) {
            sendParents(directory.parent);
            sendDirectory(directory);
        }
    }

    private void sendDirectory(LayerNode node) {
        if (!sent.add(node)) {
            return;
        }
        sendParents(node.parent);
        Inode inode = node.inode;
        if (inode != null) {
            plan.add(new Planned(inode.entry().at(node.path()), NOWHERE));
        } else if (node.parent != null) {
            plan.add(new Planned(TreeEntry.impliedDirectory(node.path()), NOWHERE));
        }
    }
}
