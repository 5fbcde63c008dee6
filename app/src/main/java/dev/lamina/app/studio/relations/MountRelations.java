package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which path, volume or socket of the system a container sees, and who provides it.
final class MountRelations {
    private static final Texts TEXTS = Texts.of(MountRelations.class);
    private static final String VOLUMES = "/containers/volumes/";

    private final SystemView system;
    private final RootTree tree;
    private final Makers makers;
    private final List<Relation> relations = new ArrayList<>();

    MountRelations(SystemView system) {
        this.system = system;
        this.tree = system.derived(RootTree.class, RootTree::of);
        this.makers = new Makers(system, tree);
    }

    List<Relation> all() {
        for (ContainerView container : system.containers()) {
            for (Given<Mount> mount : container.spec().mounts()) {
                boolean asked = mount.origin().kind() != Origin.Kind.DEFAULT;
                if (asked && Binds.isBind(mount.value())) {
                    bind(container, mount.value());
                }
            }
        }
        return relations;
    }

    private void bind(ContainerView container, Mount mount) {
        Place place = Relations.place(container);
        Optional<Place> volume = volume(mount.source());
        if (volume.isPresent()) {
            String name = volume.get().name(system.composition());
            relations.add(Relation.between(
                    RelationKind.VOLUME,
                    place,
                    volume.get(),
                    TEXTS.get(
                            "volume." + access(mount), container.name(), name, GuestPaths.clean(mount.destination()))));
        } else if (mount.source().startsWith("/")) {
            path(container, mount, place);
        }
    }

    /// The volume of a source: its name, or a path in its directory.
    private Optional<Place> volume(String source) {
        String name = source;
        if (source.startsWith(VOLUMES)) {
            String rest = source.substring(VOLUMES.length());
            int slash = rest.indexOf('/');
            name = slash < 0 ? rest : rest.substring(0, slash);
        }
        for (int i = 0; i < system.composition().volumes().size(); i++) {
            if (system.composition().volumes().get(i).name().equals(name)) {
                return Optional.of(new Place(Lane.VOLUMES, i));
            }
        }
        return Optional.empty();
    }

    private void path(ContainerView container, Mount mount, Place place) {
        String source = GuestPaths.clean(mount.source());
        String words = mounting(container, mount, source);
        if (isSocket(source)) {
            relations.add(Relation.toPath(RelationKind.SOCKET, place, source, words));
            return;
        }
        Optional<ContainerView> maker = makers.of(source, container);
        if (maker.isPresent()) {
            relations.add(Relation.between(
                    RelationKind.MOUNT,
                    place,
                    Relations.place(maker.get()),
                    TEXTS.get("provided.container", words, maker.get().name())));
            return;
        }
        boolean files = tree.holding(source).isEmpty() && tree.fileAt(source).isPresent();
        relations.add(
                Relation.toPath(RelationKind.MOUNT, place, source, files ? TEXTS.get("provided.files", words) : words));
    }

    private static String mounting(ContainerView container, Mount mount, String source) {
        String destination = GuestPaths.clean(mount.destination());
        String key = isSocket(source) ? "socket" : "mount." + access(mount);
        return destination.equals(source)
                ? TEXTS.get(key, container.name(), source)
                : TEXTS.get(key + ".at", container.name(), source, destination);
    }

    private static String access(Mount mount) {
        return Binds.writable(mount) ? "rw" : "ro";
    }

    private static boolean isSocket(String source) {
        return source.endsWith(".sock") || source.endsWith(".socket");
    }
}
