package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who has a network, processes, shared memory, host name or users in common with whom: by the path at which one
/// container keeps a namespace and others join it, or with the system where the document asks for it.
final class NamespaceRelations {
    private static final Texts TEXTS = Texts.of(NamespaceRelations.class);

    /// @param key in documents, and in texts
    private record Namespace(
            String key,
            Function<EffectiveContainer, Given<String>> joined,
            Function<BindNamespaces, Optional<String>> kept) {}

    private static final List<Namespace> NAMESPACES = List.of(
            new Namespace("net", EffectiveContainer::net, BindNamespaces::net),
            new Namespace("pid", EffectiveContainer::pid, BindNamespaces::pid),
            new Namespace("ipc", EffectiveContainer::ipc, BindNamespaces::ipc),
            new Namespace("uts", EffectiveContainer::uts, BindNamespaces::uts),
            new Namespace("userns", EffectiveContainer::userns, BindNamespaces::user));

    private final SystemView system;
    private final List<Relation> relations = new ArrayList<>();

    NamespaceRelations(SystemView system) {
        this.system = system;
    }

    List<Relation> all() {
        NAMESPACES.forEach(this::all);
        return relations;
    }

    private void all(Namespace namespace) {
        RelationKind kind = namespace.key.equals("net") ? RelationKind.NETWORK : RelationKind.NAMESPACE;
        Map<String, ContainerView> makers = makers(namespace);
        Map<String, ContainerView> first = new HashMap<>();
        for (ContainerView container : system.containers()) {
            Given<String> joined = namespace.joined.apply(container.spec());
            Place place = Relations.place(container);
            if (EffectiveContainer.shared(joined) && joined.origin().inDocument()) {
                relations.add(Relation.toSystem(kind, place, TEXTS.get("system." + namespace.key, container.name())));
            }
            if (!joined.value().startsWith("/")) {
                continue;
            }
            String path = GuestPaths.clean(joined.value());
            @Nullable ContainerView maker = makers.get(path);
            @Nullable ContainerView other = maker == null ? first.putIfAbsent(path, container) : maker;
            if (other == null) {
                relations.add(Relation.toPath(
                        kind, place, path, TEXTS.get("joins." + namespace.key, container.name(), path)));
            } else if (other != container) {
                String key = (maker == null ? "shares." : "joined.") + namespace.key;
                relations.add(Relation.between(
                        kind, place, Relations.place(other), TEXTS.get(key, container.name(), other.name(), path)));
            }
        }
    }

    private Map<String, ContainerView> makers(Namespace namespace) {
        Map<String, ContainerView> makers = new HashMap<>();
        for (ContainerView container : system.containers()) {
            namespace
                    .kept
                    .apply(container.spec().runtime().bindNamespaces())
                    .filter(path -> path.startsWith("/"))
                    .ifPresent(path -> makers.putIfAbsent(GuestPaths.clean(path), container));
        }
        return makers;
    }
}
