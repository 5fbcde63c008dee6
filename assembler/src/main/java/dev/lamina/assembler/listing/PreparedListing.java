package dev.lamina.assembler.listing;

import dev.lamina.assembler.format.PreparedImage;
import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.segment.SegmentPlan;
import dev.lamina.assembler.tree.Contribution;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.Composition;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// The listing of an image whose segments are there.
public final class PreparedListing {
    private final PreparedImage image;
    private final ComponentNames components;
    private final Reporter reporter;
    private final Map<String, Long> stored = new HashMap<>();
    private long overhead;

    private PreparedListing(PreparedImage image, Composition composition, Reporter reporter) {
        this.image = image;
        this.components = new ComponentNames(composition);
        this.reporter = reporter;
    }

    /// Reads the contents of layers whose contents nobody knows yet.
    public static SystemListing of(PreparedImage image, Composition composition, Reporter reporter) throws IOException {
        return new PreparedListing(image, composition, reporter).make();
    }

    private SystemListing make() throws IOException {
        Map<String, Digest> digests = digests();
        for (SegmentPlan segment : image.segments()) {
            share(segment);
        }
        List<ListedFile> files = new ArrayList<>();
        for (Node node : image.tree().nodes()) {
            if (!isEmptyCmdline(node.entry())) {
                files.add(listed(node, Optional.ofNullable(digests.get(node.path()))));
            }
        }
        return SystemListing.of(files, texts(), overhead, false);
    }

    /// The tree has the file in any case, a build only when there is something to say.
    private static boolean isEmptyCmdline(TreeEntry entry) {
        return entry.path().equals(SystemListing.COMMAND_LINE) && entry.size() == 0;
    }

    private ListedFile listed(Node node, Optional<Digest> content) {
        TreeEntry entry = node.entry();
        long bytes = stored.getOrDefault(entry.path(), entry.size());
        return Entries.listed(entry, components.of(node), bytes, content);
    }

    /// By the paths of the tree.
    private Map<String, Digest> digests() throws IOException {
        Map<Contribution, Map<String, String>> wanted = new LinkedHashMap<>();
        for (Node node : image.tree().nodes()) {
            if (node.entry().kind() == Kind.FILE) {
                wanted.computeIfAbsent(node.contribution(), key -> new HashMap<>())
                        .put(node.contentPath(), node.path());
            }
        }
        List<Callable<Map<String, Digest>>> tasks = new ArrayList<>();
        wanted.forEach((contribution, paths) -> tasks.add(() -> contribution.digests(paths.keySet(), reporter)));
        Map<String, Digest> digests = new HashMap<>();
        List<Map<String, String>> paths = List.copyOf(wanted.values());
        List<Map<String, Digest>> found = tasks.isEmpty() ? List.of() : Parallel.run(tasks);
        for (int i = 0; i < found.size(); i++) {
            Map<String, String> inTree = paths.get(i);
            found.get(i).forEach((path, digest) -> digests.put(inTree.get(path), digest));
        }
        return digests;
    }

    private void share(SegmentPlan segment) throws IOException {
        long bytes = image.segmentStore()
                .find(segment.key())
                .orElseThrow(() -> new IOException("the segment " + segment.label() + " is not there"))
                .size();
        Shares shares = new Shares(bytes, segment.contentBytes());
        for (Node node : segment.group().nodes()) {
            if (node.entry().kind() == Kind.FILE) {
                stored.put(node.path(), shares.next(node.entry().size()));
            }
        }
        overhead += shares.left();
    }

    private Map<String, String> texts() throws IOException {
        Map<Contribution, Set<String>> wanted = new LinkedHashMap<>();
        for (Node node : image.tree().nodes()) {
            if (Texts.isWanted(node.entry())) {
                wanted.computeIfAbsent(node.contribution(), key -> new HashSet<>())
                        .add(node.contentPath());
            }
        }
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<Contribution, Set<String>> part : wanted.entrySet()) {
            part.getKey().stream(part.getValue(), (entry, content) -> texts.put(entry.path(), Texts.read(content)));
        }
        return texts;
    }
}
