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
import java.util.List;
import java.util.Optional;

/// The edits that put a service's data on the disk that the system mounts anyway: only when there is exactly one, and
/// one
/// directory to keep, as anything else needs a decision.
final class DiskFix {
    private DiskFix() {}

    static Optional<Edit[]> of(SystemView system, Disks disks, ContainerView container, String path) {
        EffectiveContainer spec = container.spec();
        boolean simple = disks.sure()
                && disks.paths().size() == 1
                && kept(system) == 1
                && KnownUse.mountOf(spec, path).isEmpty()
                && spec.runtime().mkdir().isEmpty()
                && !spec.holds(Capability.DAC_OVERRIDE)
                && !spec.holds(Capability.DAC_READ_SEARCH)
                && container.name().chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
        if (!simple) {
            return Optional.empty();
        }
        String directory = disks.paths().getFirst() + "/" + container.name();
        return Optional.of(new Edit[] {
            new Edit.Append(container.path(binds(container)), directory + ":" + path + ":rw,rprivate"),
            new Edit.Set(container.path("runtime.mkdir"), List.of(directory))
        });
    }

    /// A list of the document would replace that of a label.
    private static String binds(ContainerView container) {
        boolean ofLabel = container.container().spec().binds().isEmpty()
                && container.spec().mounts().stream()
                        .anyMatch(mount -> mount.origin().kind() == Origin.Kind.LABEL);
        return ofLabel ? "binds.add" : "binds";
    }

    /// How many directories of the system's services matter.
    private static long kept(SystemView system) {
        return system.containers(Section.SERVICES).stream()
                .flatMap(one -> KnownUse.of(one.ref(), one.spec()).stream())
                .mapToLong(use -> use.claims(Kind.DATA).size())
                .sum();
    }
}
