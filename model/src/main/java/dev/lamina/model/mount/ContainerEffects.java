package dev.lamina.model.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a container does to the files of the system, as far as others see it. Paths are absolute, but not clean.
///
/// @param prepared what the init makes for it before it starts: `runtime.mkdir`, targets of mounts, files of namespaces
/// @param made what its program surely makes, when it does its job
/// @param mounted where something is mounted, so that what was there is hidden and what is there now is not known
/// @param writes directories in which it may make anything
record ContainerEffects(List<String> prepared, List<String> made, List<String> mounted, List<String> writes) {

    static ContainerEffects of(ContainerView container) {
        List<String> prepared = new ArrayList<>(container.spec().runtime().mkdir().stream()
                .map(Given::value)
                .filter(path -> path.startsWith("/"))
                .toList());
        List<String> mounted = container.spec().runtime().mounts().stream()
                .map(mount -> mount.value().destination())
                .filter(path -> path.startsWith("/"))
                .toList();
        prepared.addAll(mounted);
        namespaceFiles(container).forEach(prepared::add);
        Optional<KnownWork> work = KnownWork.of(container);
        return work.map(known -> new ContainerEffects(
                        prepared,
                        known.made(),
                        Stream.concat(mounted.stream(), known.mounted().stream())
                                .toList(),
                        known.writes()))
                .orElseGet(() -> new ContainerEffects(prepared, List.of(), mounted, reach(container)));
    }

    private static Stream<String> namespaceFiles(ContainerView container) {
        var namespaces = container.spec().runtime().bindNamespaces();
        return Stream.of(
                        namespaces.cgroup(),
                        namespaces.ipc(),
                        namespaces.mnt(),
                        namespaces.net(),
                        namespaces.pid(),
                        namespaces.user(),
                        namespaces.uts())
                .flatMap(Optional::stream)
                .filter(path -> path.startsWith("/"));
    }

    /// Where a program of which nothing is known can make files of the system.
    private static List<String> reach(ContainerView container) {
        EffectiveContainer spec = container.spec();
        if (!container.imageKnown() || entersSystem(spec)) {
            return List.of("/");
        }
        return spec.mounts().stream()
                .map(Given::value)
                .filter(mount -> Binds.isBind(mount) && (Binds.writable(mount) || spec.holds(Capability.SYS_ADMIN)))
                .map(Mount::source)
                .toList();
    }

    /// By /proc/1/root.
    private static boolean entersSystem(EffectiveContainer spec) {
        return EffectiveContainer.shared(spec.pid()) && spec.holds(Capability.SYS_PTRACE);
    }
}
