package dev.lamina.model.exposure;

import dev.lamina.model.SeccompChoice;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.value.Capability;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// What the processes of a container may do: capabilities, their user, and ways to gain more.
final class RightParts {
    private RightParts() {}

    static void add(ContainerView container, Parts parts) {
        EffectiveContainer spec = container.spec();
        capabilities(spec).forEach((capability, origin) -> parts.add("capability " + capability.name(), origin));
        if (spec.userId() == 0) {
            parts.add("user root", spec.uid().origin());
        }
        if (!spec.noNewPrivileges().value()) {
            parts.add("privileges new", spec.noNewPrivileges().origin());
        }
        if (!spec.seccomp().value().equals(SeccompChoice.DEFAULT.text())) {
            parts.add("calls all", spec.seccomp().origin());
        }
    }

    /// Ambient ones too, each by the first word that gives it.
    private static Map<Capability, Origin> capabilities(EffectiveContainer spec) {
        Map<Capability, Origin> held = new EnumMap<>(Capability.class);
        for (Given<String> word : Stream.concat(spec.capabilities().stream(), spec.ambient().stream())
                .toList()) {
            Capability.named(word.value()).forEach(capability -> held.putIfAbsent(capability, word.origin()));
        }
        return held;
    }
}
