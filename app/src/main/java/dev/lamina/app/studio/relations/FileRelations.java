package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.FileEntry;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.RootMount;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What `files` provide to which container, and which of them nobody can see.
final class FileRelations {
    private static final Texts TEXTS = Texts.of(FileRelations.class);

    /// Of more files below one directory only the directory is of interest.
    private static final int MOST = 50;

    private final SystemView system;
    private final RootTree tree;

    /// By clean path; of several with one path the last one counts.
    private final TreeMap<String, Integer> files = new TreeMap<>();

    private final List<Relation> relations = new ArrayList<>();

    FileRelations(SystemView system) {
        this.system = system;
        this.tree = system.derived(RootTree.class, RootTree::of);
        List<FileEntry> entries = system.composition().files();
        for (int i = 0; i < entries.size(); i++) {
            String path = GuestPaths.clean(entries.get(i).path());
            Optional<RootMount> hiding = tree.hiding(entries.get(i));
            if (hiding.isPresent()) {
                relations.add(Relation.toPath(
                        RelationKind.SHADOW,
                        new Place(Lane.FILES, i),
                        path,
                        TEXTS.get(
                                "file.hidden",
                                path,
                                hiding.get().type(),
                                hiding.get().target())));
            } else {
                files.put(path, i);
            }
        }
    }

    List<Relation> all() {
        for (ContainerView container : system.containers()) {
            for (Given<Mount> mount : container.spec().mounts()) {
                if (Binds.isBind(mount.value()) && mount.value().source().startsWith("/")) {
                    bind(container, mount.value());
                }
            }
        }
        return relations;
    }

    private void bind(ContainerView container, Mount mount) {
        String source = tree.real(mount.source());
        String destination = GuestPaths.clean(mount.destination());
        if (files.containsKey(source)) {
            add(source, destination, container);
        }
        // Of "/" all would be seen, which says nothing.
        Map<String, Integer> below = source.equals("/") ? Map.of() : files.subMap(source + "/", source + "0");
        if (below.size() <= MOST) {
            below.keySet().forEach(path -> add(path, GuestPaths.moved(path, source, destination), container));
        }
    }

    private void add(String path, String seen, ContainerView container) {
        String label = path.equals(seen)
                ? TEXTS.get("file.seen", path, container.name())
                : TEXTS.get("file.seen.at", path, container.name(), seen);
        Place file = new Place(Lane.FILES, files.getOrDefault(path, 0));
        relations.add(Relation.between(RelationKind.FILES, file, Relations.place(container), label));
    }
}
