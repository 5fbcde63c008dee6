package dev.lamina.model.mount;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.Origin;
import java.util.List;
import java.util.Optional;

/// A mount of the system that a container may see through a bind.
///
/// @param target clean
/// @param by in words, e.g. `Lamina's init` or `onboot container mount`
/// @param container who makes it; empty for the init, which is before all
/// @param own whether the init makes it for that container, before it starts
record SystemMount(
        String target,
        String type,
        String source,
        List<String> options,
        String by,
        Optional<ContainerView> container,
        Optional<Origin> origin,
        boolean own) {

    /// Whether it is surely there when the container starts.
    boolean before(ContainerView started) {
        return container.isEmpty()
                || Moment.precedes(container.get(), started)
                || own && Moment.same(container.get(), started);
    }

    MountNode node(String place) {
        return new MountNode(
                place,
                type,
                source,
                options,
                Optional.empty(),
                origin,
                by,
                Optional.empty(),
                List.of(),
                false,
                List.of());
    }
}
