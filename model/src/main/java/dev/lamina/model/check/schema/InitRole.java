package dev.lamina.model.check.schema;

import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.value.ImageRef;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an init image does for containers.
enum InitRole {
    LAMINA_INIT,
    LINUXKIT_INIT,

    /// crun or runc, which an init starts; LinuxKit's brings what starts the containers of onboot as well.
    RUNTIME,
    LINUXKIT_CONTAINERD,

    /// It starts no containers.
    NOTHING,
    UNKNOWN;

    private static final Map<String, InitRole> BUILT_IN = Map.of(
            "init", LAMINA_INIT,
            "runtime", RUNTIME,
            "runc", RUNTIME,
            "containerd", NOTHING,
            "ca-certificates", NOTHING);

    private static final Map<String, InitRole> LINUXKIT = Map.of(
            "docker.io/linuxkit/init", LINUXKIT_INIT,
            "docker.io/linuxkit/runc", RUNTIME,
            "docker.io/linuxkit/containerd", LINUXKIT_CONTAINERD,
            "docker.io/linuxkit/ca-certificates", NOTHING,
            "docker.io/linuxkit/firmware", NOTHING);

    /// One of these may start containers, or be what starts them.
    private static final Set<String> STARTERS = Set.of(
            "init",
            "sbin/init",
            "bin/init",
            "usr/sbin/init",
            "lib/systemd/systemd",
            "usr/lib/systemd/systemd",
            "usr/bin/crun",
            "usr/bin/runc",
            "usr/sbin/runc",
            "usr/local/bin/runc",
            "bin/runc",
            "usr/bin/containerd",
            "usr/local/bin/containerd",
            "usr/bin/dockerd",
            "usr/local/bin/dockerd",
            "usr/bin/podman",
            "usr/bin/service");

    private static final String AT_BOOT = "etc/init.d/";

    /// @param facts of the image, if it is known
    static InitRole of(ImageRef ref, Optional<ImageFacts> facts) {
        @Nullable InitRole known = ref.builtIn() ? BUILT_IN.get(ref.component()) : LINUXKIT.get(ref.repository());
        if (known != null) {
            return known;
        }
        Optional<ImageFiles> files = facts.flatMap(ImageFacts::files);
        return files.isPresent() && files.get().entries().keySet().stream().noneMatch(InitRole::isStarter)
                ? NOTHING
                : UNKNOWN;
    }

    /// Whether a file of the root, given without its slash, may have to do with starting containers.
    static boolean isStarter(String path) {
        return STARTERS.contains(path) || path.startsWith(AT_BOOT);
    }
}
