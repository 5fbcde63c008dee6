package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.Origin;

/// What the label of an image could still say.
final class Labels {
    private Labels() {}

    /// Whether a value is certain: what nobody gave may come from a label that is not known.
    static boolean settle(Origin origin, ContainerView container) {
        return origin.kind() != Origin.Kind.DEFAULT || container.imageKnown();
    }
}
