package dev.lamina.model.mount;

import dev.lamina.model.check.ContainerView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What LinuxKit's packages and Lamina's components do to the files of the system when they run their own program.
/// From their sources: `pkg/*` of LinuxKit and the scripts of the catalogue.
///
/// @param made paths that exist afterwards
/// @param mounted where they mount something
/// @param writes directories in which anything may be afterwards
record KnownWork(List<String> made, List<String> mounted, List<String> writes) {
    private static final KnownWork NOTHING = new KnownWork(List.of(), List.of(), List.of());
    private static final KnownWork RESOLVER =
            new KnownWork(List.of("/run/resolvconf/resolv.conf"), List.of(), List.of());

    /// Older ones of LinuxKit wrote to `/var/config`.
    private static final KnownWork METADATA =
            new KnownWork(List.of("/run/config"), List.of(), List.of("/run/config", "/var/config"));

    private static final Map<String, KnownWork> BY_NAME = Map.ofEntries(
            Map.entry("dhcp", RESOLVER),
            Map.entry("dhcp-renew", RESOLVER),
            Map.entry("dhcpcd", RESOLVER),
            Map.entry("static-ip", RESOLVER),
            Map.entry("metadata", METADATA),
            Map.entry("kernel-check", new KnownWork(List.of(), List.of(), List.of("/run/kernel-check"))),
            Map.entry("binfmt", NOTHING),
            Map.entry("format", NOTHING),
            Map.entry("extend", NOTHING),
            Map.entry("getty", NOTHING),
            Map.entry("ip", NOTHING),
            Map.entry("modprobe", NOTHING),
            Map.entry("ntpd", NOTHING),
            Map.entry("openntpd", NOTHING),
            Map.entry("poweroff", NOTHING),
            Map.entry("rngd", NOTHING),
            Map.entry("sshd", NOTHING),
            Map.entry("sysctl", NOTHING),
            Map.entry("sysfs", NOTHING));

    /// The programs of these that a document may name with arguments of its own.
    private static final Set<String> PROGRAMS = Set.of(
            "dhcp",
            "dhcp-renew",
            "dhcpcd",
            "static-ip",
            "metadata",
            "binfmt",
            "format",
            "extend",
            "ip",
            "modprobe",
            "chronyd",
            "ntpd",
            "rngd",
            "sysctl",
            "sysctl-all",
            "sysfs",
            "poweroff.sh",
            "rungetty.sh",
            "getty-all",
            "kernel-check");

    /// Empty when nothing is known of the image, or another program runs in it.
    static Optional<KnownWork> of(ContainerView container) {
        Optional<String> name = KnownPackages.name(container.ref());
        Optional<String> program =
                container.spec().command().value().stream().findFirst().map(GuestPaths::name);
        boolean changed = container.spec().command().origin().inDocument();
        if (name.filter("mount"::equals).isPresent()) {
            return MountCommand.of(container)
                    .filter(command -> command.program().equals("mountie"))
                    .map(command -> mounted(command.inSystem(container)));
        }
        if (changed && program.filter(PROGRAMS::contains).isEmpty()) {
            return Optional.empty();
        }
        return name.map(BY_NAME::get);
    }

    private static KnownWork mounted(Optional<String> target) {
        List<String> targets = target.stream().toList();
        return new KnownWork(targets, targets, List.of());
    }
}
