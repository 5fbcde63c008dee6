package dev.lamina.app.studio.inspector;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.inspector.Effective.Source;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.Owner;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.EffectiveRuntime;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The values of a container, by the paths of its fields, wherever they come from.
final class EffectiveValues {
    private final EffectiveContainer container;
    private final Map<String, Effective> values = new HashMap<>();

    private EffectiveValues(EffectiveContainer container) {
        this.container = container;
    }

    /// Of the container at a place; of none for what is no container, or not reviewed yet.
    static Map<String, Effective> of(Optional<Reviewed> reviewed, Place at) {
        return reviewed.flatMap(review -> InspectorViewModel.container(review, at))
                .map(container -> of(container.spec()))
                .orElse(Map.of());
    }

    static Map<String, Effective> of(EffectiveContainer container) {
        EffectiveValues values = new EffectiveValues(container);
        values.program();
        values.rights();
        values.walls();
        values.mounts();
        container
                .resources()
                .ifPresent(given -> values.values.putAll(EffectiveResources.of(given.value(), source(given.origin()))));
        values.runtime(container.runtime());
        return Map.copyOf(values.values);
    }

    private void program() {
        one("command", container.command());
        one("env", container.env());
        one("cwd", container.cwd());
        one("hostname", container.hostname());
        one("cgroupsPath", container.cgroupsPath());
        one("annotations", container.annotations());
        one("sysctl", container.sysctl());
        container.oomScoreAdj().ifPresent(given -> one("oomScoreAdj", given));
        list("rlimits", container.rlimits());
    }

    private void rights() {
        list("capabilities", container.capabilities());
        list("ambient", container.ambient());
        one("readonly", container.readonly());
        one("noNewPrivileges", container.noNewPrivileges());
        one("maskedPaths", container.maskedPaths());
        one("readonlyPaths", container.readonlyPaths());
        one("uid", container.uid());
        one("gid", container.gid());
        list("additionalGids", container.additionalGids());
        one("annotations.dev.lamina.seccomp", container.seccomp());
    }

    private void walls() {
        one("net", container.net());
        one("pid", container.pid());
        one("ipc", container.ipc());
        one("uts", container.uts());
        one("userns", container.userns());
        one("rootfsPropagation", container.rootfsPropagation());
    }

    /// Only those that were asked for; that every container has `/proc` needs no saying at each field.
    private void mounts() {
        for (String key : List.of("binds", "tmpfs", "mounts")) {
            list(
                    key,
                    container.mounts().stream()
                            .filter(given -> given.origin().kind() == Origin.Kind.LABEL)
                            .filter(given -> given.origin().path().contains("." + key + "["))
                            .toList());
        }
    }

    private void runtime(EffectiveRuntime runtime) {
        list("runtime.cgroups", runtime.cgroups());
        list("runtime.mkdir", runtime.mkdir());
        list("runtime.mounts", runtime.mounts());
        list("runtime.interfaces", runtime.interfaces());
        text(runtime, "namespace", Optional.of(runtime.namespace()));
        BindNamespaces bind = runtime.bindNamespaces();
        text(runtime, "bindNS.cgroup", bind.cgroup());
        text(runtime, "bindNS.ipc", bind.ipc());
        text(runtime, "bindNS.mnt", bind.mnt());
        text(runtime, "bindNS.net", bind.net());
        text(runtime, "bindNS.pid", bind.pid());
        text(runtime, "bindNS.user", bind.user());
        text(runtime, "bindNS.uts", bind.uts());
    }

    private void text(EffectiveRuntime runtime, String key, Optional<String> value) {
        Optional<Origin> origin = Optional.ofNullable(runtime.origins().get(key));
        origin.ifPresent(from -> values.put("runtime." + key, Effective.of(value.orElse(""), source(from))));
    }

    private void one(String path, Given<?> given) {
        List<String> elements = given.value() instanceof List<?> list
                ? list.stream().map(EffectiveValues::words).toList()
                : List.of();
        values.put(path, new Effective(words(given.value()), elements, source(given.origin())));
    }

    private <T> void list(String path, List<Given<T>> given) {
        Source source =
                given.isEmpty() ? Source.DEFAULT : source(given.getFirst().origin());
        List<String> elements = given.stream().map(each -> words(each.value())).toList();
        values.put(path, new Effective(String.join(", ", elements), elements, source));
    }

    static Source source(Origin origin) {
        return switch (origin.kind()) {
            case DOCUMENT -> Source.HERE;
            case LABEL -> Source.LABEL;
            case IMAGE -> Source.IMAGE;
            case DEFAULT -> Source.DEFAULT;
        };
    }

    private static String words(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(EffectiveValues::words).collect(Collectors.joining(", "));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
            case Owner.Id(long id) -> Long.toString(id);
            case Owner.Name(String name) -> name;
            case Mount mount -> mount.source() + " → " + mount.destination();
            default -> value.toString();
        };
    }
}
