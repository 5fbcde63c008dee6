package dev.lamina.model.oci;

import dev.lamina.model.Composition;
import dev.lamina.model.Owner;
import dev.lamina.model.Section;
import dev.lamina.model.yaml.SourceMap;

/// Merges document, image label, image config and defaults into OCI runtime specs by LinuxKit's rules. Problems are
/// thrown with the place in the document that they come from.
public final class ContainerResolver {
    private final Composition composition;
    private final SourceMap sources;

    public ContainerResolver(Composition composition, SourceMap sources) {
        this.composition = composition;
        this.sources = sources;
    }

    public ResolvedContainer resolve(Section section, int index, ImageConfig image) {
        throw new UnsupportedOperationException(
                composition.containers(section).get(index).name() + image + sources);
    }

    /// The number of a user or group: its own, or the one allocated to the container of that name.
    public long id(Owner owner) {
        throw new UnsupportedOperationException(owner.toString());
    }
}
