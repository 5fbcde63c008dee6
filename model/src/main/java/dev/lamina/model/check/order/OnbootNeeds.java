package dev.lamina.model.check.order;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.MountCommand;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which containers of onboot need the work of which others, as far as images, commands and binds tell.
record OnbootNeeds(List<ContainerView> onboot, List<Link> links) {
    private static final Set<String> NETWORK = Set.of("dhcp", "dhcpcd", "static-ip");

    /// What is there before all of them.
    private static final List<String> OF_ALL = List.of("/dev", "/proc", "/sys");

    /// @param does what the needed one does
    record Link(ContainerView container, ContainerView needed, String does) {
        boolean late() {
            return needed.index() > container.index();
        }
    }

    static OnbootNeeds of(List<ContainerView> onboot, RootTree tree) {
        List<Link> links = new ArrayList<>();
        network(onboot, links);
        disks(onboot, links);
        binds(onboot, tree, links);
        return new OnbootNeeds(onboot, links);
    }

    /// Those of a container that come after it, each once.
    List<Link> late(ContainerView container) {
        Map<String, Link> late = new LinkedHashMap<>();
        links.stream()
                .filter(link -> link.container() == container && link.late())
                .forEach(link -> late.putIfAbsent(link.needed().index() + " " + link.does(), link));
        return List.copyOf(late.values());
    }

    /// Whether a container can be moved behind another one, and all others still have what they need: what
    /// is in between must not use its work.
    boolean mayMove(ContainerView container, int behind) {
        return onboot.subList(container.index() + 1, behind + 1).stream()
                .noneMatch(other -> needs(other, container) || !needs(container, other) && sees(other, container));
    }

    private boolean needs(ContainerView container, ContainerView other) {
        return links.stream().anyMatch(link -> link.container() == container && link.needed() == other);
    }

    /// Whether a container binds something that another one may have written.
    private static boolean sees(ContainerView container, ContainerView other) {
        List<HostBind> written = HostBind.of(other).stream()
                .filter(bind -> bind.writable() && OF_ALL.stream().noneMatch(bind::within))
                .toList();
        return HostBind.of(container).stream()
                .anyMatch(bind ->
                        written.stream().anyMatch(there -> bind.within(there.source()) || there.within(bind.source())));
    }

    private static void network(List<ContainerView> onboot, List<Link> links) {
        Optional<ContainerView> up = onboot.stream()
                .filter(container -> NETWORK.contains(Family.name(container)))
                .findFirst();
        up.ifPresent(network -> onboot.stream()
                .filter(container -> container != network && NetworkUse.of(container))
                .forEach(container -> links.add(new Link(container, network, "brings up the network"))));
    }

    private static void disks(List<ContainerView> onboot, List<Link> links) {
        Map<String, ContainerView> formats = new HashMap<>();
        Map<String, ContainerView> opened = new HashMap<>();
        for (ContainerView container : onboot) {
            switch (Family.name(container)) {
                case "format" -> formats.putIfAbsent(label(container), container);
                case "dm-crypt" -> opened.putIfAbsent(mapped(container), container);
                default -> {
                    // of something else
                }
            }
        }
        for (ContainerView container : onboot) {
            boolean mounts = Family.name(container).equals("mount");
            @Nullable ContainerView format = mounts ? formats.get(label(container)) : null;
            if (format != null) {
                links.add(new Link(container, format, "formats its disk"));
            }
            for (String word : container.spec().command().value()) {
                @Nullable ContainerView opens = word.startsWith("/dev/mapper/") ? opened.get(word) : null;
                if (opens != null && opens != container) {
                    links.add(new Link(container, opens, "opens " + Texts.shorten(word)));
                }
            }
        }
    }

    private static String label(ContainerView container) {
        return Family.option(container, "label").orElse("");
    }

    /// `crypto [options] NAME DEVICE`
    private static String mapped(ContainerView container) {
        List<String> words = container.spec().command().value();
        return words.size() < 3 ? "" : "/dev/mapper/" + words.get(words.size() - 2);
    }

    /// What is bound where a disk is mounted later: the container sees the memory below.
    private static void binds(List<ContainerView> onboot, RootTree tree, List<Link> links) {
        Map<String, ContainerView> targets = new HashMap<>();
        for (ContainerView container : onboot) {
            MountCommand.of(container)
                    .flatMap(command -> command.inSystem(container))
                    .ifPresent(target -> targets.putIfAbsent(tree.real(target), container));
        }
        if (targets.isEmpty()) {
            return;
        }
        for (ContainerView container : onboot) {
            for (Given<Mount> mount : container.spec().mounts()) {
                disks(mount.value(), targets, tree)
                        .filter(disk -> disk.mounter() != container)
                        .map(disk -> new Link(container, disk.mounter(), disk.does()))
                        .forEach(links::add);
            }
        }
    }

    private record Disk(ContainerView mounter, String does) {}

    private static Stream<Disk> disks(Mount mount, Map<String, ContainerView> targets, RootTree tree) {
        return Binds.isBind(mount) && mount.source().startsWith("/")
                ? GuestPaths.upwards(tree.real(mount.source())).stream()
                        .flatMap(at -> Optional.ofNullable(targets.get(at))
                                .map(mounter -> new Disk(mounter, "mounts a disk at " + Texts.shorten(at)))
                                .stream())
                : Stream.of();
    }
}
