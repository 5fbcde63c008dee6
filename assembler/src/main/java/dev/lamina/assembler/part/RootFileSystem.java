package dev.lamina.assembler.part;

import dev.lamina.model.ContainerSpec.Mount;
import java.util.ArrayList;
import java.util.List;

/// How a container gets its root: what the init mounts for it before it starts (`mounts` of `runtime.json`).
///
/// @param bundle the container's directory, without a leading slash
/// @param lower directories with the files, the uppermost first, without leading slashes
record RootFileSystem(String bundle, List<String> lower, boolean readonly) {
    RootFileSystem {
        lower = List.copyOf(lower);
    }

    List<Mount> mounts() {
        if (!readonly) {
            return writable();
        }
        return List.of(
                lower.size() == 1
                        ? mount("rootfs", "", "/" + lower.getFirst(), List.of("bind"))
                        : mount("rootfs", "overlay", "overlay", List.of(lowerOption())));
    }

    private List<Mount> writable() {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(mount("tmp", "tmpfs", "tmpfs", List.of()));
        mounts.add(mount("tmp", "", "", List.of("remount", "private")));
        mounts.add(mount(
                "rootfs",
                "overlay",
                "overlay",
                List.of(lowerOption(), "upperdir=/" + bundle + "/tmp/upper", "workdir=/" + bundle + "/tmp/work")));
        return mounts;
    }

    private String lowerOption() {
        return "lowerdir=/" + String.join(":/", lower);
    }

    private Mount mount(String destination, String type, String source, List<String> options) {
        return new Mount("/" + bundle + "/" + destination, type, source, options, List.of(), List.of());
    }
}
