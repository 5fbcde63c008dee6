package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.ContainerSpec.Interface;
import dev.lamina.model.ContainerSpec.Mount;
import java.util.List;
import java.util.stream.Stream;

/// The content of a bundle's `runtime.json`: what the init does around the container.
public record RuntimeConfig(
        List<String> cgroups,
        List<Mount> mounts,
        List<String> mkdir,
        List<Interface> interfaces,
        BindNamespaces bindNamespaces,
        String namespace) {

    public RuntimeConfig {
        cgroups = List.copyOf(cgroups);
        mounts = List.copyOf(mounts);
        mkdir = List.copyOf(mkdir);
        interfaces = List.copyOf(interfaces);
    }

    /// The same with `first` mounted before everything else: the set-up of the root file system.
    public RuntimeConfig withMountsFirst(List<Mount> first) {
        List<Mount> all = Stream.concat(first.stream(), mounts.stream()).toList();
        return new RuntimeConfig(cgroups, all, mkdir, interfaces, bindNamespaces, namespace);
    }
}
