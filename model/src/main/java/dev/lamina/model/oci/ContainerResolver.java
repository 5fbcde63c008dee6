package dev.lamina.model.oci;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Owner;
import dev.lamina.model.Section;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.LabelReader;
import dev.lamina.model.yaml.SourceMap;
import java.util.Optional;

/// Merges document, image label, image config and defaults into OCI runtime specs by LinuxKit's rules. Problems are
/// thrown with the place in the document that they come from; those of a label point at the image.
///
/// The composition must have been read without problems: what a reader can find is not looked for again.
public final class ContainerResolver {
    private final Composition composition;
    private final SourceMap sources;
    private final Arch arch;
    private final OwnerIds ids;

    /// @param arch of the system that the containers run on
    public ContainerResolver(Composition composition, SourceMap sources, Arch arch) {
        this.composition = composition;
        this.sources = sources;
        this.arch = arch;
        this.ids = OwnerIds.of(composition);
    }

    /// @param index of the container in its section
    /// @param image the config of the container's image
    /// @throws InputException with everything that is wrong with the container
    public ResolvedContainer resolve(Section section, int index, ImageConfig image) {
        Faults faults = new Faults(sources);
        SpecLayers spec = layers(section, index, image, faults);
        faults.throwIfAny();
        ConfigJson config =
                new ConfigJson(spec, image, arch, ids, new VolumePaths(composition.volumes(), faults), faults);
        String configJson = config.write();
        faults.throwIfAny();
        RuntimeConfig runtime =
                new RuntimeLayers(spec.document().runtime(), spec.label().runtime()).merge();
        return new ResolvedContainer(configJson, runtime, config.readonly());
    }

    /// The same before it is written down, with the origin of each value. What is wrong with the container or its label
    /// does not make it throw.
    ///
    /// @param index of the container in its section
    /// @param image the config of the container's image; an empty one if it is not known
    public EffectiveContainer effective(Section section, int index, ImageConfig image) {
        Container container = composition.containers(section).get(index);
        LabelReader.Result label = label(container, image);
        return new EffectiveReader(layers(section, index, container, label), image, ids, composition.volumes())
                .read(label.problems());
    }

    private SpecLayers layers(Section section, int index, ImageConfig image, Faults faults) {
        Container container = composition.containers(section).get(index);
        LabelReader.Result label = label(container, image);
        SpecLayers layers = layers(section, index, container, label);
        label.problems().forEach(problem -> faults.add(layers.inLabel(), problem.message(), problem.hint()));
        return layers;
    }

    private static LabelReader.Result label(Container container, ImageConfig image) {
        return LabelReader.read(
                image.labels().getOrDefault(ImageConfig.CONFIG_LABEL, ""),
                container.image().name());
    }

    private static SpecLayers layers(Section section, int index, Container container, LabelReader.Result label) {
        Origin inDocument =
                new Origin(Origin.Kind.DOCUMENT, section.key() + "[" + index + "]", words(section, container));
        Origin inLabel = new Origin(
                Origin.Kind.LABEL, inDocument.key("image").path(), "the label of image " + container.image());
        return new SpecLayers(container.spec(), inDocument, label.spec(), inLabel);
    }

    private static String words(Section section, Container container) {
        return switch (section) {
                    case SERVICES -> "service ";
                    case ONBOOT, ONSHUTDOWN -> section.key() + " container ";
                }
                + Texts.shorten(container.name());
    }

    /// The number of a user or group: its own, or the one allocated to the container of that name.
    public long id(Owner owner) {
        Optional<Long> number = ids.find(owner);
        if (number.isEmpty()) {
            String name = OwnerIds.nameOf(owner);
            throw new InputException(
                    "no container has the name " + Texts.quote(name) + ", which is used as a user or group",
                    ids.hint(name).orElse(null));
        }
        return number.get();
    }
}
