package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.ImageTree;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Section;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.oci.ResolvedContainer;
import dev.lamina.model.oci.RuntimeConfig;
import dev.lamina.model.oci.RuntimeJson;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The sections `onboot`, `onshutdown` and `services`: a bundle for each container, and the files of each image once.
///
/// Containers of one image share its files: the first has them, the others name its directory. Images of the built-in
/// catalogue share more: the layers below the uppermost one, which many of them have in common, are unpacked once under
/// `containers/layers` and stacked by an overlay.
final class ContainerSections {
    private static final String LAYERS = "containers/layers/";
    private static final int SHORT_DIGEST = 12;

    private final Composition composition;
    private final Map<ImageRef, StoredImage> images;
    private final ImageContents contents;
    private final ContainerResolver resolver;
    private final Map<ImageRef, List<String>> unpacked = new HashMap<>();
    private final Set<String> layers = new HashSet<>();

    ContainerSections(
            Composition composition,
            Map<ImageRef, StoredImage> images,
            ImageContents contents,
            ContainerResolver resolver) {
        this.composition = composition;
        this.images = images;
        this.contents = contents;
        this.resolver = resolver;
    }

    void addTo(ImageTree.Builder tree) throws IOException {
        for (Section section : Section.values()) {
            List<Container> containers = composition.containers(section);
            for (int i = 0; i < containers.size(); i++) {
                add(section, i, containers.get(i), tree);
            }
        }
    }

    /// Where the files of each image are, the uppermost directory when there are several.
    Map<ImageRef, String> folders() {
        Map<ImageRef, String> folders = new HashMap<>();
        unpacked.forEach((image, lower) -> folders.put(image, lower.getFirst()));
        return folders;
    }

    private void add(Section section, int index, Container container, ImageTree.Builder tree) throws IOException {
        StoredImage image = Images.require(images, container.image());
        Origin origin = new Origin(container.image().name(), section.key() + "[" + index + "]");
        String bundle = bundle(section, index, container.name());
        ResolvedContainer resolved = resolver.resolve(section, index, image.config());
        List<String> lower = unpacked.get(container.image());
        if (lower == null) {
            lower = unpack(origin, image, bundle, resolved.readonly(), tree);
            unpacked.put(container.image(), lower);
        }
        RootFileSystem root = new RootFileSystem(bundle, lower, resolved.readonly());
        RuntimeConfig runtime = resolved.runtime().withMountsFirst(root.mounts());
        MadePart part = new MadePart(origin)
                .directories(bundle + "/rootfs")
                .file(bundle + "/config.json", resolved.configJson())
                .file(bundle + "/runtime.json", RuntimeJson.write(runtime));
        tree.add(resolved.readonly() ? part : part.add(TreeEntry.directory(bundle + "/tmp", 0755)));
    }

    static String bundle(Section section, int index, String name) {
        String number = section == Section.SERVICES ? "" : String.format(Locale.ROOT, "%03d-", index);
        return "containers/" + section.key() + "/" + number + name;
    }

    /// @return the directories with the image's files, the uppermost first
    private List<String> unpack(
            Origin origin, StoredImage image, String bundle, boolean readonly, ImageTree.Builder tree)
            throws IOException {
        List<Layer> stack = image.layers();
        if (!image.ref().builtIn() || stack.size() < 2) {
            String folder = bundle + (readonly ? "/rootfs" : "/lower");
            tree.add(ImagePart.touched(origin, folder, contents.of(image), Touches.CONTAINER));
            return List.of(folder);
        }
        List<String> folders = new ArrayList<>();
        folders.add(bundle + "/lower");
        tree.add(
                ImagePart.touched(origin, bundle + "/lower", contents.of(List.of(stack.getLast())), Touches.CONTAINER));
        for (Layer layer : stack.subList(0, stack.size() - 1).reversed()) {
            folders.add(share(origin, layer, tree));
        }
        return folders;
    }

    private String share(Origin origin, Layer layer, ImageTree.Builder tree) throws IOException {
        String folder = LAYERS + layer.digest().hex().substring(0, SHORT_DIGEST);
        if (layers.add(folder)) {
            tree.add(ImagePart.verbatim(origin, folder, contents.of(List.of(layer))));
        }
        return folder;
    }

    static boolean isShared(String path) {
        return path.startsWith(LAYERS) && path.length() > LAYERS.length() + SHORT_DIGEST;
    }

    /// Where in the root of the system the same file would be.
    static String inRoot(String sharedPath) {
        return sharedPath.substring(LAYERS.length() + SHORT_DIGEST + 1);
    }
}
