package dev.lamina.model.check;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.List;

/// A file or directory of the system that a container sees. Volumes are none: they belong to the containers.
///
/// @param source in the system, without a slash at its end
/// @param writable whether it is not mounted read-only
public record HostBind(String source, String destination, boolean writable, Origin origin) {
    private static final String VOLUMES = "/containers/volumes/";

    /// In the order of their destinations.
    public static List<HostBind> of(ContainerView container) {
        return container.spec().mounts().stream()
                .filter(mount -> mount.value().type().equals("bind"))
                .filter(mount -> mount.value().source().startsWith("/"))
                .filter(mount -> !mount.value().source().startsWith(VOLUMES))
                .map(HostBind::of)
                .toList();
    }

    private static HostBind of(Given<Mount> given) {
        Mount mount = given.value();
        return new HostBind(plain(mount.source()), mount.destination(), writable(mount.options()), given.origin());
    }

    /// Whether it is at this path of the system, or below.
    public boolean within(String path) {
        return source.equals(path) || source.startsWith(path.equals("/") ? "/" : path + "/");
    }

    /// Of `ro` and `rw` the last one counts.
    private static boolean writable(List<String> options) {
        return Math.max(options.lastIndexOf("ro"), options.lastIndexOf("rro"))
                <= Math.max(options.lastIndexOf("rw"), options.lastIndexOf("rrw"));
    }

    private static String plain(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
