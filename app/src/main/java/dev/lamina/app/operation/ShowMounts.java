package dev.lamina.app.operation;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.MountNode;
import dev.lamina.model.mount.MountPicture;
import dev.lamina.model.mount.MountPicture.ContainerMounts;
import dev.lamina.model.problem.InputException;
import java.util.List;
import java.util.Optional;

/// The mounts of a system, or of the containers with one name.
public final class ShowMounts {
    private final SystemView system;

    public ShowMounts(SystemView system) {
        this.system = system;
    }

    /// @param root the mounts of the system itself; empty when one container is asked for
    public record Mounts(Optional<MountNode> root, List<ContainerMounts> containers) {}

    public Mounts all() {
        MountPicture picture = MountPicture.of(system);
        return new Mounts(Optional.of(picture.root()), picture.containers());
    }

    /// @throws InputException when no container has the name
    public Mounts named(String name) {
        List<ContainerView> named = ResolveContainers.named(system, Optional.of(name));
        MountPicture picture = MountPicture.of(system);
        return new Mounts(Optional.empty(), named.stream().map(picture::of).toList());
    }
}
