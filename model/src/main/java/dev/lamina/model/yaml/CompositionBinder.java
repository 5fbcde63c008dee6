package dev.lamina.model.yaml;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.FileEntry;
import dev.lamina.model.FileEntry.Content;
import dev.lamina.model.FileEntry.Metadata;
import dev.lamina.model.Kernel;
import dev.lamina.model.Owner;
import dev.lamina.model.Volume;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.Item.Mapping;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Makes compositions from pruned documents.
final class CompositionBinder {
    static final Composition EMPTY =
            new Composition(Kernel.NONE, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private CompositionBinder() {}

    static Composition bind(Mapping root) {
        Fields fields = new Fields(root);
        return new Composition(
                fields.shape("kernel").map(KernelBinder::bind).orElse(Kernel.NONE),
                fields.texts("init").orElse(List.of()).stream()
                        .map(ImageRef::parse)
                        .toList(),
                containers(fields, "onboot"),
                containers(fields, "onshutdown"),
                containers(fields, "services"),
                fields.shapes("files", CompositionBinder::file).orElse(List.of()),
                fields.shapes("volumes", CompositionBinder::volume).orElse(List.of()));
    }

    /// The later after the earlier.
    static Composition merge(Composition a, Composition b) {
        return new Composition(
                KernelBinder.merge(a.kernel(), b.kernel()),
                both(a.init(), b.init()),
                both(a.onboot(), b.onboot()),
                both(a.onshutdown(), b.onshutdown()),
                both(a.services(), b.services()),
                both(a.files(), b.files()),
                both(a.volumes(), b.volumes()));
    }

    private static <T> List<T> both(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static List<Container> containers(Fields fields, String key) {
        return fields.shapes(
                        key,
                        container -> new Container(
                                container.textOrEmpty("name"),
                                ImageRef.parse(container.textOrEmpty("image")),
                                SpecBinder.spec(container)))
                .orElse(List.of());
    }

    private static FileEntry file(Fields fields) {
        return new FileEntry(
                fields.textOrEmpty("path"),
                content(fields),
                fields.text("mode").map(Modes::parse).orElse(OptionalInt.empty()),
                fields.item("uid").map(SpecBinder::owner).orElse(Owner.ROOT),
                fields.item("gid").map(SpecBinder::owner).orElse(Owner.ROOT),
                fields.truth("optional").orElse(false));
    }

    private static Content content(Fields fields) {
        String kind = FileRules.kinds(fields).getFirst();
        String text = fields.textOrEmpty(kind);
        return switch (kind) {
            case "directory" -> new FileEntry.Directory();
            case "symlink" -> new FileEntry.Symlink(text);
            case "source" -> new FileEntry.Source(text);
            case "metadata" -> new Metadata(text.equals("json") ? Metadata.Format.JSON : Metadata.Format.YAML);
            default -> new FileEntry.Text(text);
        };
    }

    private static Volume volume(Fields fields) {
        return new Volume(
                fields.textOrEmpty("name"),
                fields.text("image").filter(Images::usable).map(ImageRef::parse),
                fields.truth("readonly").orElse(false),
                fields.textOrEmpty("format").equals("oci") ? Volume.Format.OCI : Volume.Format.FILESYSTEM,
                fields.texts("platforms").orElse(List.of()));
    }
}
