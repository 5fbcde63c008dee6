package dev.lamina.model.yaml;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Kernel;
import dev.lamina.model.Owner;
import dev.lamina.model.Volume;
import dev.lamina.model.tree.Tree;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Locale;

/// Turns a composition back into keys and values, the keys in the order of the table.
final class CompositionTree {
    private CompositionTree() {}

    static Tree of(Composition composition) {
        return new Tree()
                .putUnlessEmpty("kernel", kernel(composition.kernel()))
                .putUnlessEmpty(
                        "init", composition.init().stream().map(ImageRef::name).toList())
                .putUnlessEmpty("onboot", Tree.each(composition.onboot(), CompositionTree::container))
                .putUnlessEmpty("onshutdown", Tree.each(composition.onshutdown(), CompositionTree::container))
                .putUnlessEmpty("services", Tree.each(composition.services(), CompositionTree::container))
                .putUnlessEmpty("files", Tree.each(composition.files(), CompositionTree::file))
                .putUnlessEmpty("volumes", Tree.each(composition.volumes(), CompositionTree::volume));
    }

    private static Tree kernel(Kernel kernel) {
        return new Tree()
                .put("image", kernel.image().map(ImageRef::name))
                .put("cmdline", kernel.cmdline())
                .put("binary", kernel.binary())
                .put("tar", kernel.tar())
                .put("ucode", kernel.ucode());
    }

    private static Tree container(Container container) {
        Tree tree = new Tree()
                .put("name", container.name())
                .put("image", container.image().name());
        SpecTree.put(tree, container.spec());
        return tree;
    }

    private static Tree file(FileEntry file) {
        Tree tree = new Tree().put("path", file.path());
        switch (file.content()) {
            case FileEntry.Directory directory -> tree.put("directory", true);
            case FileEntry.Symlink symlink -> tree.put("symlink", symlink.target());
            case FileEntry.Text text -> tree.put("contents", text.contents());
            case FileEntry.Source source -> tree.put("source", source.path());
            case FileEntry.Metadata metadata ->
                tree.put("metadata", metadata.format().name().toLowerCase(Locale.ROOT));
        }
        file.mode().ifPresent(mode -> tree.put("mode", Modes.print(mode)));
        owner(tree, "uid", file.uid());
        owner(tree, "gid", file.gid());
        return tree.putIfTrue("optional", file.optional());
    }

    private static void owner(Tree tree, String key, Owner owner) {
        if (!owner.equals(Owner.ROOT)) {
            tree.put(key, value(owner));
        }
    }

    /// A number, or the name of a container.
    static Object value(Owner owner) {
        return switch (owner) {
            case Owner.Id(long id) -> id;
            case Owner.Name(String name) -> name;
        };
    }

    private static Tree volume(Volume volume) {
        List<String> platforms = volume.platforms();
        return new Tree()
                .put("name", volume.name())
                .put("image", volume.image().map(ImageRef::name))
                .putIfTrue("readonly", volume.readonly())
                .putUnlessEmpty("format", volume.format() == Volume.Format.OCI ? "oci" : "")
                .putUnlessEmpty("platforms", platforms);
    }
}
