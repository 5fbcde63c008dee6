package dev.lamina.model.mount;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an init makes of the root before the first container: mounts, directories, links. LinuxKit's is that of
/// `pkg/init/cmd/rc.init` (function `doMounts`), Lamina's that of `rc.init`, `mounts.base` and `mounts.more`.
///
/// @param made paths that exist in the file systems mounted, each with its parents
/// @param links symbolic links there
record RootSetup(List<RootMount> mounts, Map<String, RootMount> byTarget, Set<String> made, Map<String, String> links) {

    private static final List<RootMount> BASE = List.of(
            mount("/proc", "proc", "proc", "nosuid,nodev,noexec,relatime"),
            mount("/sys", "sysfs", "sysfs", "nosuid,nodev,noexec,relatime"),
            mount("/dev", "devtmpfs", "dev", "nosuid,noexec,relatime,size=10m,nr_inodes=248418,mode=755"),
            mount("/run", "tmpfs", "tmpfs", "nosuid,nodev,noexec,relatime,size=10%,mode=755"),
            mount("/tmp", "tmpfs", "tmpfs", "nosuid,nodev,noexec,relatime,size=10%,mode=1777"),
            mount("/var", "tmpfs", "tmpfs", "nosuid,nodev,noexec,relatime,size=50%,mode=755"),
            mount("/sys/fs/cgroup", "cgroup2", "cgroup2", "nosuid,nodev,noexec,relatime"),
            mount("/dev/pts", "devpts", "devpts", "nosuid,noexec,relatime,gid=5,mode=0620"),
            mount("/dev/shm", "tmpfs", "shm", "nosuid,nodev,noexec,relatime,mode=1777"),
            mount("/dev/mqueue", "mqueue", "mqueue", "nosuid,nodev,noexec,relatime"));

    /// Both write the logs of onboot containers below `/run/log`, and make the file that `/etc/resolv.conf` links to.
    private static final List<String> BOTH = List.of(
            "/run/resolvconf/resolv.conf",
            "/run/log/onboot",
            "/var/cache",
            "/var/empty",
            "/var/lib",
            "/var/local",
            "/var/lock",
            "/var/log",
            "/var/opt",
            "/var/spool",
            "/var/tmp",
            "/dev/console",
            "/dev/null",
            "/dev/tty",
            "/dev/kmsg",
            "/dev/zero",
            "/dev/full",
            "/dev/random",
            "/dev/urandom");

    private static final Map<String, String> LINKS = Map.of(
            "/var/run", "/run",
            "/var/log/onboot", "/run/log/onboot");

    private static final RootSetup LINUXKIT = of(BOTH.stream());
    private static final RootSetup LAMINA = of(Stream.concat(
            BOTH.stream(),
            Stream.of("/run/lamina/services", "/run/lamina/plans", "/run/log/shutdown", "/var/lib/misc")));
    private static final RootSetup NOTHING = new RootSetup(List.of(), Map.of(), Set.of(), Map.of());

    static RootSetup of(InitKind init) {
        return switch (init) {
            case LINUXKIT -> LINUXKIT;
            case LAMINA -> LAMINA;
            case NONE, UNKNOWN -> NOTHING;
        };
    }

    /// The innermost mount that holds a clean path.
    Optional<RootMount> holding(String path) {
        return GuestPaths.upwards(path).stream()
                .map(byTarget::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static RootSetup of(Stream<String> made) {
        Set<String> all = new HashSet<>();
        made.forEach(path -> all.addAll(GuestPaths.upwards(path)));
        Map<String, RootMount> byTarget = new HashMap<>();
        BASE.forEach(mount -> byTarget.put(mount.target(), mount));
        return new RootSetup(BASE, Map.copyOf(byTarget), Set.copyOf(all), LINKS);
    }

    private static RootMount mount(String target, String type, String source, String options) {
        return new RootMount(target, type, source, List.of(options.split(",")));
    }
}
