package dev.lamina.model.exposure;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.value.Capability;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Rights that are worth more together than the sum of both.
final class TogetherParts {
    private static final Set<String> WHOLE = Set.of("/", "/dev");

    private TogetherParts() {}

    static void add(ContainerView container, Parts parts) {
        EffectiveContainer spec = container.spec();
        if (held(spec, Capability.SYS_ADMIN)) {
            machine(container).ifPresent(origin -> parts.add("together administrator", origin));
        }
        if (held(spec, Capability.SYS_PTRACE) && EffectiveContainer.shared(spec.pid())) {
            parts.add("together processes", spec.pid().origin());
        }
    }

    private static boolean held(EffectiveContainer spec, Capability capability) {
        return spec.held().contains(capability) || spec.heldAmbient().contains(capability);
    }

    /// Who gives the container the disks of the machine.
    private static Optional<Origin> machine(ContainerView container) {
        return Stream.concat(
                        container.spec().devices().stream()
                                .filter(device -> device.value().path().equals("all"))
                                .map(device -> device.origin()),
                        HostBind.of(container).stream()
                                .filter(bind -> WHOLE.contains(bind.source()))
                                .map(HostBind::origin))
                .findFirst();
    }
}
