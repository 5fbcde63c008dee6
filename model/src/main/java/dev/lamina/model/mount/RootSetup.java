package dev.lamina.model.mount;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an init makes of the root before the first container: mounts, directories, links. LinuxKit's is that of
/// `pkg/init/cmd/rc.init` (function `doMounts`), Lamina's that of `rc.init`, `mounts.base` and `mounts.more`.
///
/// @param made paths that exist in the file systems mounted, each with its parents
/// @param links symbolic links there
record RootSetup(List<RootMount> mounts, Map<String, RootMount> byTarget, Set<String> made, Map<String, String> links) {

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

    private static final int LONGEST_TARGET = 64;

    private static final Map<String, String> LINKS = Map.of(
            "/var/run", "/run",
            "/var/log/onboot", "/run/log/onboot");

    private static final RootSetup LINUXKIT = of(RootMounts.LINUXKIT, BOTH.stream());
    private static final RootSetup LAMINA = of(
            RootMounts.LAMINA,
            Stream.concat(
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
        @Nullable RootMount found = null;
        for (int end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
            @Nullable RootMount mount = byTarget.get(end < 0 ? path : path.substring(0, end));
            found = mount == null ? found : mount;
            // No target is longer than this.
            if (end < 0 || end > LONGEST_TARGET) {
                return Optional.ofNullable(found);
            }
        }
    }

    private static RootSetup of(List<RootMount> mounts, Stream<String> made) {
        Set<String> all = new HashSet<>();
        made.forEach(path -> all.addAll(GuestPaths.upwards(path)));
        Map<String, RootMount> byTarget = new HashMap<>();
        mounts.forEach(mount -> byTarget.put(mount.target(), mount));
        return new RootSetup(mounts, Map.copyOf(byTarget), Set.copyOf(all), LINKS);
    }
}
