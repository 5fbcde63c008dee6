package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.ContainerSpec.Runtime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Merges the `runtime` of the document and of the label, member by member.
record RuntimeLayers(Runtime document, Runtime label) {

    RuntimeConfig merge() {
        return new RuntimeConfig(
                list(Runtime::cgroups),
                list(Runtime::mounts),
                list(Runtime::mkdir),
                list(Runtime::interfaces),
                bindNamespaces(),
                document.namespace().or(label::namespace).orElse(""));
    }

    private <T> List<T> list(Function<Runtime, Optional<List<T>>> values) {
        return values.apply(document).or(() -> values.apply(label)).orElse(List.of());
    }

    private BindNamespaces bindNamespaces() {
        return new BindNamespaces(
                bind(BindNamespaces::cgroup),
                bind(BindNamespaces::ipc),
                bind(BindNamespaces::mnt),
                bind(BindNamespaces::net),
                bind(BindNamespaces::pid),
                bind(BindNamespaces::user),
                bind(BindNamespaces::uts));
    }

    private Optional<String> bind(Function<BindNamespaces, Optional<String>> file) {
        return file.apply(document.bindNamespaces()).or(() -> file.apply(label.bindNamespaces()));
    }
}
