package dev.lamina.model.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.Given;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A command that mounts a disk for others: `mountie [options] [DEVICE] DIRECTORY` of LinuxKit and Lamina, or
/// `mount [options] SOURCE DIRECTORY`.
///
/// @param target in the container
public record MountCommand(String program, String target) {
    private static final Set<String> PROGRAMS = Set.of("mountie", "mount");

    public static Optional<MountCommand> of(ContainerView container) {
        List<String> words = container.spec().command().value();
        if (words.size() < 2) {
            return Optional.empty();
        }
        String program = GuestPaths.name(words.getFirst());
        String last = words.getLast();
        return PROGRAMS.contains(program) && last.startsWith("/")
                ? Optional.of(new MountCommand(program, GuestPaths.clean(last)))
                : Optional.empty();
    }

    /// The bind that the target is in, the innermost one.
    public Optional<Given<Mount>> bind(ContainerView container) {
        return container.spec().mounts().stream()
                .filter(mount -> Binds.isBind(mount.value()))
                .filter(mount ->
                        GuestPaths.within(target, GuestPaths.clean(mount.value().destination())))
                .max(Comparator.comparingInt(
                        mount -> GuestPaths.clean(mount.value().destination()).length()));
    }

    /// Where in the system the disk is then; empty when nobody else sees it. When it is not known what is bound, the
    /// same path.
    public Optional<String> inSystem(ContainerView container) {
        return bind(container)
                .map(bind -> GuestPaths.moved(
                        target,
                        GuestPaths.clean(bind.value().destination()),
                        GuestPaths.clean(bind.value().source())))
                .or(() -> container.imageKnown() ? Optional.empty() : Optional.of(target));
    }
}
