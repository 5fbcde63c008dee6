package dev.lamina.model.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.Volume;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All mounts of the system itself, in the order in which they are made: those of the init, of volumes, and what
/// containers mount for others.
record SystemMounts(List<SystemMount> mounts) {

    static SystemMounts of(SystemView system, RootTree tree) {
        List<SystemMount> mounts = new ArrayList<>();
        for (RootMount mount : tree.mounts()) {
            mounts.add(new SystemMount(
                    mount.target(),
                    mount.type(),
                    mount.source(),
                    mount.options(),
                    tree.init().words() + (mount.optional() ? ", if the kernel can" : ""),
                    Optional.empty(),
                    Optional.empty(),
                    false));
        }
        system.composition().volumes().forEach(volume -> mounts.add(volume(volume)));
        for (ContainerView container : system.containers()) {
            container.spec().runtime().mounts().stream()
                    .filter(mount -> mount.value().destination().startsWith("/"))
                    .forEach(mount -> mounts.add(prepared(mount, container, tree)));
            MountCommand.of(container)
                    .flatMap(command -> command.inSystem(container))
                    .ifPresent(target -> mounts.add(disk(target, container, tree)));
        }
        return new SystemMounts(List.copyOf(mounts));
    }

    private static SystemMount volume(Volume volume) {
        String directory = volume.directory();
        return volume.readonly()
                ? new SystemMount(
                        directory + "/merged",
                        "bind",
                        directory + "/lower",
                        List.of("bind", "ro"),
                        "volume " + Texts.shorten(volume.name()),
                        Optional.empty(),
                        Optional.empty(),
                        false)
                : new SystemMount(
                        directory + "/merged",
                        "overlay",
                        "overlay",
                        List.of(
                                "lowerdir=" + directory + "/lower",
                                "upperdir=" + directory + "/tmp/upper",
                                "workdir=" + directory + "/tmp/work"),
                        "volume " + Texts.shorten(volume.name()),
                        Optional.empty(),
                        Optional.empty(),
                        false);
    }

    private static SystemMount prepared(Given<Mount> mount, ContainerView container, RootTree tree) {
        return new SystemMount(
                tree.real(mount.value().destination()),
                mount.value().type(),
                mount.value().source(),
                mount.value().options(),
                "runtime.mounts of " + container.words(),
                Optional.of(container),
                Optional.of(mount.origin()),
                true);
    }

    private static SystemMount disk(String target, ContainerView container, RootTree tree) {
        return new SystemMount(
                tree.real(target),
                "disk",
                "a disk",
                List.of(),
                container.words(),
                Optional.of(container),
                Optional.of(container.spec().command().origin()),
                false);
    }

    /// The mounts that are there when a container starts and lie below a path.
    List<SystemMount> below(String path, ContainerView started) {
        return mounts.stream()
                .filter(mount -> GuestPaths.below(mount.target(), path) && mount.before(started))
                .toList();
    }

    /// The mount that a path lies in when a container starts: the last of the innermost.
    Optional<SystemMount> holding(String path, ContainerView started) {
        Optional<SystemMount> found = Optional.empty();
        for (SystemMount mount : mounts) {
            if (mount.before(started)
                    && GuestPaths.within(path, mount.target())
                    && found.filter(other ->
                                    other.target().length() > mount.target().length())
                            .isEmpty()) {
                found = Optional.of(mount);
            }
        }
        return found;
    }
}
