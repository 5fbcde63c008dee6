package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.Mount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The mounts that set up root file systems. Containers of one image share the files of the first.
final class RootfsMounts {
    private final Map<String, String> files = new HashMap<>();

    List<Mount> next(String image, String bundle, boolean readonly) {
        String lower = files.computeIfAbsent(image, name -> bundle + (readonly ? "/rootfs" : "/lower"));
        if (readonly) {
            return List.of(mount(bundle + "/rootfs", "", lower, "bind"));
        }
        return List.of(
                mount(bundle + "/tmp", "tmpfs", "tmpfs"),
                mount(bundle + "/tmp", "", "", "remount", "private"),
                mount(
                        bundle + "/rootfs",
                        "overlay",
                        "overlay",
                        "lowerdir=" + lower,
                        "upperdir=" + bundle + "/tmp/upper",
                        "workdir=" + bundle + "/tmp/work"));
    }

    private static Mount mount(String destination, String type, String source, String... options) {
        return new Mount(destination, type, source, List.of(options), List.of(), List.of());
    }
}
