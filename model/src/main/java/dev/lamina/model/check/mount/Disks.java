package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.known.Paths;
import dev.lamina.model.mount.KnownPackages;
import dev.lamina.model.mount.MountCommand;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a system mounts disks, as far as its document tells.
///
/// @param paths of the system
/// @param sure whether there are no others: a container that is not known may mount some, too
record Disks(List<String> paths, boolean sure) {
    private static final Set<String> IN_MEMORY =
            Set.of("tmpfs", "ramfs", "overlay", "proc", "sysfs", "cgroup", "devpts");

    /// Containers of systems that use disks or have many rights, but mount nothing that stays.
    private static final Set<String> OTHERS = Set.of(
            "binfmt",
            "bpftrace",
            "dhcp",
            "dhcpcd",
            "dm-crypt",
            "extend",
            "format",
            "kernel-check",
            "losetup",
            "metadata",
            "modprobe",
            "rngd",
            "static-ip",
            "swap",
            "sysctl",
            "sysfs");

    Disks {
        paths = List.copyOf(paths);
    }

    static Disks of(SystemView system) {
        List<String> paths = new ArrayList<>();
        boolean sure = true;
        for (ContainerView container : system.containers()) {
            for (Given<Mount> mount : container.spec().runtime().mounts()) {
                if (!IN_MEMORY.contains(mount.value().type())) {
                    paths.add(mount.value().destination());
                }
            }
            Optional<MountCommand> command = MountCommand.of(container);
            if (container.section() == Section.ONBOOT && command.isPresent()) {
                command.get().inSystem(container).ifPresent(paths::add);
            } else if (container.section() == Section.ONBOOT) {
                sure &= !mayMount(container);
            } else if (container.section() == Section.SERVICES) {
                sure &= !container.spec().rootfsPropagation().value().contains("shared");
            }
        }
        return new Disks(paths, sure);
    }

    private static boolean mayMount(ContainerView container) {
        return KnownPackages.name(container.ref()).filter(OTHERS::contains).isEmpty()
                && (!container.imageKnown()
                                && container.container().spec().capabilities().isEmpty()
                        || container.spec().holds(Capability.SYS_ADMIN));
    }

    boolean have(String path) {
        return paths.stream().anyMatch(disk -> Paths.within(path, disk));
    }
}
