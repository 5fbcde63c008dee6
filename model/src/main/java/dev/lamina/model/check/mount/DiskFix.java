package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The edits that give a service a disk: only in a system of Lamina's own components that has no disk yet and one
/// directory to keep, as anything else needs a decision.
final class DiskFix {
    private static final String DIRECTORY = "/var/data";

    private DiskFix() {}

    static Optional<Edit[]> of(SystemView system, Disks disks, ContainerView container, String path) {
        ContainerSpec document = container.container().spec();
        boolean simple = disks.sure()
                && disks.paths().isEmpty()
                && system.composition().init().stream().allMatch(image -> image.builtIn())
                && system.containers().stream()
                        .noneMatch(
                                one -> one.name().equals("format") || one.name().equals("mount"))
                && kept(system) == 1
                && KnownUse.mountOf(container.spec(), path).isEmpty()
                && container.spec().runtime().mkdir().isEmpty()
                && container.name().matches("[A-Za-z0-9_-]{1,64}");
        if (!simple) {
            return Optional.empty();
        }
        String directory = DIRECTORY + "/" + container.name();
        boolean ofLabel = document.binds().isEmpty()
                && container.spec().mounts().stream()
                        .anyMatch(mount -> mount.origin().path().startsWith(container.path("image")));
        String binds = ofLabel || document.bindsAdd().isPresent() ? "binds.add" : "binds";
        return Optional.of(new Edit[] {
            new Edit.Append("onboot", container("format", List.of("/usr/bin/format", "-label", "DATA"))),
            new Edit.Append("onboot", container("mount", List.of("/usr/bin/mountie", "-label", "DATA", DIRECTORY))),
            new Edit.Append(container.path(binds), directory + ":" + path + ":rw,rprivate"),
            new Edit.Set(container.path("runtime.mkdir"), List.of(directory))
        });
    }

    private static Map<String, Object> container(String name, List<String> command) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("image", "lamina/" + name);
        map.put("command", command);
        return map;
    }

    /// How many directories of the system's services matter.
    private static long kept(SystemView system) {
        return system.containers(Section.SERVICES).stream()
                .flatMap(one -> KnownUse.of(one.ref(), one.spec()).stream())
                .mapToLong(use -> use.claims(Kind.DATA).size())
                .sum();
    }
}
