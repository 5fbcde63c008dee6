package dev.lamina.model.check.mount;

import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The edits that put a service's data on a disk: the one that the system mounts anyway, or, in a system of Lamina's
/// own
/// components that mounts none, a new one. Only when there is one directory to keep, as anything else needs a decision.
final class DiskFix {
    private static final String NEW = "/var/data";

    private DiskFix() {}

    static Optional<Edit[]> of(SystemView system, Disks disks, ContainerView container, String path) {
        EffectiveContainer spec = container.spec();
        boolean simple = disks.sure()
                && system.derived(KeptData.class, KeptData::of).directories() == 1
                && KnownUse.mountOf(spec, path).isEmpty()
                && spec.runtime().mkdir().isEmpty()
                && (!spec.holds(Capability.DAC_OVERRIDE) || needed(container, Capability.DAC_OVERRIDE))
                && !spec.holds(Capability.DAC_READ_SEARCH)
                && container.name().chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
        if (!simple) {
            return Optional.empty();
        }
        boolean add = disks.paths().isEmpty() && mayAdd(system);
        if (!add && disks.paths().size() != 1) {
            return Optional.empty();
        }
        List<Edit> edits = new ArrayList<>();
        if (add) {
            edits.add(new Edit.Append("onboot", container("format", List.of("/usr/bin/format", "-label", "DATA"))));
            edits.add(
                    new Edit.Append("onboot", container("mount", List.of("/usr/bin/mountie", "-label", "DATA", NEW))));
        }
        String directory = (add ? NEW : disks.paths().getFirst()) + "/" + container.name();
        edits.add(new Edit.Append(container.path(binds(container)), directory + ":" + path + ":rw,rprivate"));
        edits.add(new Edit.Set(container.path("runtime.mkdir"), List.of(directory)));
        return Optional.of(edits.toArray(Edit[]::new));
    }

    private static boolean needed(ContainerView container, Capability capability) {
        return KnownUse.of(container.ref(), container.spec())
                .filter(use -> use.claims(Kind.NEEDS).stream()
                        .anyMatch(claim -> claim.value().equals(capability.text())))
                .isPresent();
    }

    /// Whether the two components find an init of theirs, and their names are free.
    private static boolean mayAdd(SystemView system) {
        return !system.composition().init().isEmpty()
                && system.composition().init().stream().allMatch(image -> image.builtIn())
                && system.containers().stream()
                        .noneMatch(
                                one -> one.name().equals("format") || one.name().equals("mount"));
    }

    private static Map<String, Object> container(String name, List<String> command) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("image", "lamina/" + name);
        map.put("command", command);
        return map;
    }

    /// A list of the document would replace that of a label.
    private static String binds(ContainerView container) {
        boolean ofLabel = container.container().spec().binds().isEmpty()
                && container.spec().mounts().stream()
                        .anyMatch(mount -> mount.origin().kind() == Origin.Kind.LABEL);
        return ofLabel ? "binds.add" : "binds";
    }

    /// How many directories of the system's services matter.
    private record KeptData(long directories) {
        static KeptData of(SystemView system) {
            return new KeptData(system.containers(Section.SERVICES).stream()
                    .flatMap(one -> KnownUse.of(one.ref(), one.spec()).stream())
                    .mapToLong(use -> use.claims(Kind.DATA).size())
                    .sum());
        }
    }
}
