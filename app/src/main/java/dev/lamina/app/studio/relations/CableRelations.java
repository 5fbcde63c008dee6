package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.ContainerSpec.Interface;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.oci.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whose networks are joined by a cable (veth): one container makes it with two ends, and another takes the second one.
final class CableRelations {
    private static final Texts TEXTS = Texts.of(CableRelations.class);

    private final SystemView system;

    CableRelations(SystemView system) {
        this.system = system;
    }

    List<Relation> all() {
        List<Relation> relations = new ArrayList<>();
        for (ContainerView container : system.containers()) {
            for (Given<Interface> given : container.spec().runtime().interfaces()) {
                String peer = given.value().peer();
                holder(peer, container)
                        .ifPresent(other -> relations.add(Relation.between(
                                RelationKind.NETWORK,
                                Relations.place(container),
                                Relations.place(other),
                                TEXTS.get(
                                        "cable",
                                        container.name(),
                                        other.name(),
                                        given.value().name(),
                                        peer))));
            }
        }
        return relations;
    }

    private Optional<ContainerView> holder(String name, ContainerView maker) {
        return system.containers().stream()
                .filter(container -> !name.isEmpty() && container != maker)
                .filter(container -> container.spec().runtime().interfaces().stream()
                        .anyMatch(each -> each.value().name().equals(name)))
                .findFirst();
    }
}
