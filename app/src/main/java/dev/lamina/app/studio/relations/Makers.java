package dev.lamina.app.studio.relations;

import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.MountCommand;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which container mounts a disk or makes a directory that others see.
final class Makers {
    private final RootTree tree;
    private final Map<String, List<ContainerView>> makers = new HashMap<>();

    Makers(SystemView system, RootTree tree) {
        this.tree = tree;
        for (ContainerView container : system.containers()) {
            MountCommand.of(container)
                    .flatMap(command -> command.inSystem(container))
                    .ifPresent(path -> add(path, container));
            container.spec().runtime().mounts().stream()
                    .map(mount -> mount.value().destination())
                    .forEach(path -> add(path, container));
            container.spec().runtime().mkdir().stream().map(Given::value).forEach(path -> add(path, container));
        }
    }

    private void add(String path, ContainerView container) {
        if (path.startsWith("/")) {
            makers.computeIfAbsent(tree.real(path), key -> new ArrayList<>()).add(container);
        }
    }

    /// Another container that provides the path, or the nearest directory above it, before the user of it starts.
    Optional<ContainerView> of(String path, ContainerView user) {
        for (String at : GuestPaths.upwards(tree.real(path))) {
            Optional<ContainerView> maker = makers.getOrDefault(at, List.of()).stream()
                    .filter(each -> each != user && mayPrecede(each, user))
                    .findFirst();
            if (maker.isPresent()) {
                return maker;
            }
        }
        return Optional.empty();
    }

    private static boolean mayPrecede(ContainerView maker, ContainerView user) {
        boolean services = maker.section() == Section.SERVICES && user.section() == Section.SERVICES;
        return services || order(maker) < order(user);
    }

    private static long order(ContainerView container) {
        return switch (container.section()) {
            case ONBOOT -> container.index();
            case SERVICES -> 1L << 32;
            case ONSHUTDOWN -> (2L << 32) + container.index();
        };
    }
}
