package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.CheckedInput;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The tree that an image's layers give together, as a container would see it.
///
/// Making it needs the headers of all layers, which the store knows or reads once. Each [#streamTo] reads
/// the layers once more and passes on the content of what was left. No content is kept in memory.
/// Directories come before what they hold, and a hard link after the file it names; hard links always name
/// files. Directories that no layer describes are 0755, owned by root. The order depends on the layers
/// only. A root directory that a layer describes comes as the entry with an empty path.
public final class FlattenedImage implements EntrySource {
    private final List<LayerSource> layers;
    private final List<Planned> plan;
    private final Map<String, Planned> byPath = new HashMap<>();

    /// An entry of the result.
    ///
    /// @param place where its content stands; of no meaning for entries without content
    record Planned(TreeEntry entry, LayeredTree.Place place) {
        boolean hasContent() {
            return entry.kind() == Kind.FILE && entry.size() > 0;
        }
    }

    /// A layer that can be read again and again.
    interface LayerSource {
        /// For messages, and different for different content.
        String name();

        /// The tar, decompressed.
        InputStream open() throws IOException;

        /// Its entries without content, in their order.
        default List<TreeEntry> headers() throws IOException {
            return LayerFlattener.headers(this);
        }

        /// The digests of their contents.
        default LayerDigests digests(Reporter reporter) throws IOException {
            return LayerDigests.of(this, reporter);
        }
    }

    FlattenedImage(List<LayerSource> layers, List<Planned> plan) {
        this.layers = layers;
        this.plan = plan;
        plan.forEach(planned -> byPath.put(planned.entry.path(), planned));
    }

    public static FlattenedImage of(ImageStore store, StoredImage image) throws IOException {
        return of(store, image.layers());
    }

    /// @param layers bottom first
    public static FlattenedImage of(ImageStore store, List<Layer> layers) throws IOException {
        return of(store, layers, Reporter.silent());
    }

    /// @param reporter of the job: when it is cancelled, the reading of layers ends
    static FlattenedImage of(ImageStore store, List<Layer> layers, Reporter reporter) throws IOException {
        return LayerFlattener.flatten(sources(store, layers, reporter));
    }

    static FlattenedImage of(ImageStore store, List<Layer> layers, List<Planned> plan, Reporter reporter) {
        return new FlattenedImage(sources(store, layers, reporter), plan);
    }

    private static List<LayerSource> sources(ImageStore store, List<Layer> layers, Reporter reporter) {
        return layers.stream().map(layer -> source(store, layer, reporter)).toList();
    }

    List<Planned> plan() {
        return plan;
    }

    private static LayerSource source(ImageStore store, Layer layer, Reporter reporter) {
        return new LayerSource() {
            @Override
            public String name() {
                return "layer " + layer.digest();
            }

            @Override
            public InputStream open() throws IOException {
                return new CheckedInput(store.openLayer(layer), reporter::checkCancelled);
            }

            @Override
            public List<TreeEntry> headers() throws IOException {
                return store.layers().headers(layer, this);
            }

            @Override
            public LayerDigests digests(Reporter reporter) throws IOException {
                return store.layers().contents(layer, this, reporter);
            }
        };
    }

    /// The entries that [#streamTo] sends, in the same order.
    public List<TreeEntry> listing() {
        return plan.stream().map(Planned::entry).toList();
    }

    public Optional<TreeEntry> find(String path) {
        return Optional.ofNullable(byPath.get(path)).map(Planned::entry);
    }

    /// What identifies the content of the file at `path`, whatever image the layer is part of.
    public String identity(String path) {
        Planned planned = byPath.get(path);
        if (planned == null || planned.entry.kind() != Kind.FILE) {
            throw new IllegalArgumentException("no file of the image: " + path);
        }
        return planned.hasContent()
                ? layers.get(planned.place.layer()).name() + "#" + planned.place.position()
                : "empty";
    }

    /// The digests of the contents of files, by their paths. Layers of which they are known are not read.
    public Map<String, Digest> digests(Set<String> paths, Reporter reporter) throws IOException {
        Map<Integer, LayerDigests> known = new HashMap<>();
        Map<String, Digest> digests = new HashMap<>();
        for (String path : paths) {
            Planned planned = byPath.get(path);
            if (planned == null || planned.entry.kind() != Kind.FILE) {
                throw new IllegalArgumentException("no file of the image: " + path);
            }
            if (!planned.hasContent()) {
                digests.put(path, Hashing.EMPTY);
                continue;
            }
            int layer = planned.place.layer();
            if (!known.containsKey(layer)) {
                known.put(layer, layers.get(layer).digests(reporter));
            }
            digests.put(path, known.get(layer).at(planned.place.position()));
        }
        return digests;
    }

    /// What the order of the entries follows from: equal texts mean the same order.
    public String order() {
        return layers.stream().map(LayerSource::name).collect(Collectors.joining(" "));
    }

    @Override
    public void streamTo(EntrySink sink) throws IOException {
        walk(plan, sink);
    }

    /// Sends a few entries, in the same order. Layers that have nothing of them are not read.
    public void streamTo(Set<String> paths, EntrySink sink) throws IOException {
        walk(
                plan.stream()
                        .filter(planned -> paths.contains(planned.entry.path()))
                        .toList(),
                sink);
    }

    private void walk(List<Planned> wanted, EntrySink sink) throws IOException {
        PlanWalk walk = new PlanWalk(wanted, sink);
        for (int i = 0; i < layers.size(); i++) {
            if (walk.needs(i)) {
                LayerFlattener.read(layers.get(i), walk.layer(i));
            }
        }
        walk.finish();
    }

    /// Goes through the plan while the layers pass by.
    private static final class PlanWalk {
        private final List<Planned> plan;
        private final EntrySink sink;
        private int done;
        private int next;

        PlanWalk(List<Planned> plan, EntrySink sink) {
            this.plan = plan;
            this.sink = sink;
            this.next = nextContent(0);
        }

        private int nextContent(int from) {
            int i = from;
            while (i < plan.size() && !plan.get(i).hasContent()) {
                i++;
            }
            return i;
        }

        boolean needs(int layer) {
            return next < plan.size() && plan.get(next).place.layer() == layer;
        }

        EntrySink layer(int layer) {
            int[] position = {-1};
            return (raw, content) -> {
                position[0]++;
                if (needs(layer) && plan.get(next).place.position() == position[0]) {
                    send(raw, content);
                }
            };
        }

        private void send(TreeEntry raw, InputStream content) throws IOException {
            sendUpTo(next);
            TreeEntry entry = plan.get(next).entry;
            if (raw.kind() != Kind.FILE || raw.size() != entry.size()) {
                throw new IOException("a layer changed while it was read: " + raw.path());
            }
            sink.accept(entry, content);
            done = next + 1;
            next = nextContent(done);
        }

        private void sendUpTo(int end) throws IOException {
            for (int i = done; i < end; i++) {
                sink.accept(plan.get(i).entry, InputStream.nullInputStream());
            }
            done = end;
        }

        void finish() throws IOException {
            if (next < plan.size()) {
                throw new IOException("a layer changed while it was read: "
                        + plan.get(next).entry.path());
            }
            sendUpTo(plan.size());
        }
    }
}
