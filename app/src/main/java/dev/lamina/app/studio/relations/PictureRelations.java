package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.MountNode;
import dev.lamina.model.mount.MountPicture;
import dev.lamina.model.mount.MountPicture.ContainerMounts;
import dev.lamina.model.mount.Spread;
import dev.lamina.model.oci.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the mounts of each container are as the kernel will see them: those that others hide, those that come along
/// with a bind, and those that spread back into the system.
final class PictureRelations {
    private static final Texts TEXTS = Texts.of(PictureRelations.class);

    private final SystemView system;
    private final List<Relation> relations = new ArrayList<>();

    PictureRelations(SystemView system) {
        this.system = system;
    }

    List<Relation> all() {
        MountPicture picture = MountPicture.of(system);
        for (ContainerMounts container : picture.containers()) {
            container.tree().children().forEach(node -> node(node, container.container()));
        }
        picture.root().children().forEach(this::ofSystem);
        return relations;
    }

    private void node(MountNode node, ContainerView container) {
        Place place = Relations.place(container);
        boolean asked = node.origin()
                .filter(origin -> origin.kind() != Origin.Kind.DEFAULT)
                .isPresent();
        if (asked && node.hiddenBy().isPresent()) {
            relations.add(Relation.toPath(
                    RelationKind.SHADOW,
                    place,
                    node.target(),
                    TEXTS.get(
                            "hidden",
                            container.name(),
                            node.type(),
                            node.target(),
                            node.hiddenBy().get())));
        }
        if (asked
                && node.spread().equals(Optional.of(Spread.SHARED))
                && node.type().equals("bind")) {
            relations.add(Relation.toPath(
                    RelationKind.PROPAGATION,
                    place,
                    node.source(),
                    TEXTS.get("spreads", container.name(), node.target())));
        }
        maker(node, place)
                .ifPresent(maker -> relations.add(Relation.between(
                        RelationKind.PROPAGATION,
                        maker,
                        place,
                        TEXTS.get(
                                "comesAlong",
                                maker.name(system.composition()),
                                node.type(),
                                container.name(),
                                node.target()))));
        node.children().forEach(child -> node(child, container));
    }

    /// Another component that makes a mount which comes along with a bind of this one.
    private static Optional<Place> maker(MountNode node, Place place) {
        return node.origin().flatMap(origin -> Place.of(origin.path())).filter(maker -> !maker.equals(place));
    }

    private void ofSystem(MountNode node) {
        Optional<Place> maker = node.origin().flatMap(origin -> Place.of(origin.path()));
        if (maker.isPresent() && node.hiddenBy().isPresent()) {
            relations.add(Relation.toPath(
                    RelationKind.SHADOW,
                    maker.get(),
                    node.target(),
                    TEXTS.get(
                            "hidden",
                            maker.get().name(system.composition()),
                            node.type(),
                            node.target(),
                            node.hiddenBy().get())));
        }
        node.children().forEach(this::ofSystem);
    }
}
