package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.ContainerSpec.Interface;
import dev.lamina.model.ContainerSpec.Mount;
import java.util.List;
import java.util.Map;

/// What the init does around a container, each value with the place it comes from.
///
/// @param namespace of containerd; empty for the usual one
/// @param origins of the last two, by `namespace` and `bindNS.net`, `bindNS.pid` and so on
public record EffectiveRuntime(
        List<Given<String>> cgroups,
        List<Given<Mount>> mounts,
        List<Given<String>> mkdir,
        List<Given<Interface>> interfaces,
        BindNamespaces bindNamespaces,
        String namespace,
        Map<String, Origin> origins) {}
