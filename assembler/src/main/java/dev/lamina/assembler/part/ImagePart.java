package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.tree.Contribution;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The files of an image, or of one of its layers, below a directory of the system.
final class ImagePart implements Contribution {
    private final Origin origin;
    private final String prefix;
    private final FlattenedImage image;
    private final Map<String, Content> made = new LinkedHashMap<>();
    private final Map<String, TreeEntry> entries = new LinkedHashMap<>();

    private ImagePart(Origin origin, String prefix, FlattenedImage image) {
        this.origin = origin;
        this.prefix = prefix;
        this.image = image;
    }

    /// As they are in the image.
    ///
    /// @param prefix where they go, e.g. `containers/layers/x`; empty for the root of the system
    static ImagePart verbatim(Origin origin, String prefix, FlattenedImage image) {
        ImagePart part = new ImagePart(origin, prefix, image);
        part.addLeadingDirectories();
        image.listing().forEach(part::add);
        return part;
    }

    /// With the changes that LinuxKit makes to the files of every container and of the root.
    static ImagePart touched(Origin origin, String prefix, FlattenedImage image, Touches touches) {
        ImagePart part = new ImagePart(origin, prefix, image);
        part.addLeadingDirectories();
        // First, so that they come before what an image may have in them.
        Touches.DIRECTORIES.forEach(path -> part.add(TreeEntry.directory(path, 0755)));
        image.listing().forEach(entry -> {
            if (!Touches.isDropped(entry)) {
                part.add(entry);
            } else if (entry.kind() == Kind.DIRECTORY) {
                part.add(TreeEntry.impliedDirectory(entry.path())); // what is in it is not dropped
            }
        });
        touches.entries(part.entries.containsKey(part.at("etc/mtab"))).forEach(part::replace);
        return part;
    }

    private void addLeadingDirectories() {
        for (int slash = prefix.indexOf('/'); slash > 0; slash = prefix.indexOf('/', slash + 1)) {
            String parent = prefix.substring(0, slash);
            entries.put(parent, TreeEntry.directory(parent, 0755));
        }
        if (!prefix.isEmpty()) {
            entries.put(prefix, TreeEntry.directory(prefix, 0755));
        }
    }

    private String at(String path) {
        if (path.isEmpty()) {
            return prefix;
        }
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }

    private void add(TreeEntry entry) {
        String path = at(entry.path());
        boolean known = entry.implied() && entries.containsKey(path);
        if (!path.isEmpty() && !known) {
            entries.put(path, moved(entry));
        }
    }

    private TreeEntry moved(TreeEntry entry) {
        TreeEntry here = entry.at(at(entry.path()));
        return entry.kind() == Kind.HARD_LINK ? here.linkedTo(at(entry.link())) : here;
    }

    private void replace(Touches.Touch touch) {
        TreeEntry entry = touch.entry().at(at(touch.entry().path()));
        entries.put(entry.path(), entry);
        touch.content().ifPresent(content -> made.put(entry.path(), content));
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
        TreeEntry entry = entries.get(path);
        // What takes the place of a file, as a link does for etc/resolv.conf, has no content for hard links.
        return entry != null && (entry.kind() == Kind.FILE || entry.kind() == Kind.HARD_LINK)
                ? Optional.of(entry)
                : inImage(path).flatMap(image::find).map(this::moved);
    }

    /// The path within the image.
    private Optional<String> inImage(String path) {
        if (prefix.isEmpty()) {
            return Optional.of(path);
        }
        return path.startsWith(prefix + "/") ? Optional.of(path.substring(prefix.length() + 1)) : Optional.empty();
    }

    @Override
    public String identity(String path) {
        Content content = made.get(path);
        return content != null
                ? content.identity()
                : inImage(path).map(image::identity).orElseThrow(() -> new IllegalArgumentException(path));
    }

    @Override
    public String order() {
        return image.order();
    }

    /// What was made in place of files is small; of the others the image knows more than their bytes.
    @Override
    public Map<String, Digest> digests(Set<String> paths, Reporter reporter) throws IOException {
        Set<String> own = paths.stream().filter(made::containsKey).collect(Collectors.toSet());
        Map<String, Digest> digests =
                new HashMap<>(own.isEmpty() ? Map.of() : Contribution.super.digests(own, reporter));
        Map<String, String> inImage = new HashMap<>();
        paths.stream()
                .filter(path -> !own.contains(path))
                .forEach(path -> inImage(path).ifPresent(inner -> inImage.put(inner, path)));
        image.digests(inImage.keySet(), reporter).forEach((inner, digest) -> digests.put(inImage.get(inner), digest));
        return digests;
    }

    @Override
    public void stream(Set<String> wanted, EntrySink sink) throws IOException {
        boolean fromImage = wanted.stream().anyMatch(path -> !made.containsKey(path));
        if (fromImage) {
            image.streamTo((entry, content) -> {
                String path = at(entry.path());
                if (entry.kind() == Kind.FILE && wanted.contains(path) && !made.containsKey(path)) {
                    sink.accept(moved(entry), content);
                }
            });
        }
        for (Map.Entry<String, Content> file : made.entrySet()) {
            TreeEntry entry = entries.get(file.getKey());
            if (entry != null && wanted.contains(file.getKey())) {
                try (InputStream in = file.getValue().open()) {
                    sink.accept(entry, in);
                }
            }
        }
    }
}
