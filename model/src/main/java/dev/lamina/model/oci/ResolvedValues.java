package dev.lamina.model.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Goes through the runtime spec of a container member by member, and tells of each who said it.
public final class ResolvedValues {
    private static final JsonMapper JSON = new JsonMapper();

    private final EffectiveContainer container;
    private final List<ResolvedValue> values = new ArrayList<>();

    private ResolvedValues(EffectiveContainer container) {
        this.container = container;
    }

    /// @param resolved the same container as the image will have it
    public static List<ResolvedValue> of(EffectiveContainer container, ResolvedContainer resolved) {
        ResolvedValues values = new ResolvedValues(container);
        config(resolved).forEach((name, value) -> values.member(name.toString(), value));
        values.runtime(resolved.runtime());
        return values.values;
    }

    /// The runtime spec as a tree of maps, lists, texts, numbers and truths.
    public static Map<?, ?> config(ResolvedContainer resolved) {
        return JSON.readValue(resolved.configJson(), Map.class);
    }

    private void member(String name, Object value) {
        switch (value) {
            // These are one value each, whatever they hold.
            case Map<?, ?> map
            when !name.equals("linux.resources") && !name.equals("linux.seccomp") ->
                map.forEach((key, inner) -> member(name + "." + key, inner));
            case List<?> list when name.equals("mounts") -> elements(name, list, "destination");
            case List<?> list when name.equals("linux.namespaces") -> elements(name, list, "type");
            case List<?> list when name.equals("linux.devices") -> elements(name, list, "path");
            default -> values.add(new ResolvedValue(name, value, origins(name)));
        }
    }

    private void elements(String name, List<?> list, String key) {
        for (Object element : list) {
            String which = element instanceof Map<?, ?> map ? String.valueOf(map.get(key)) : "";
            String member = name + "[" + which + "]";
            values.add(new ResolvedValue(member, element, origins(name, which)));
        }
    }

    private List<Origin> origins(String member) {
        List<Origin> found = switch (member) {
            case "process.user.uid" -> List.of(container.uid().origin());
            case "process.user.gid" -> List.of(container.gid().origin());
            case "process.user.additionalGids" -> all(container.additionalGids());
            case "process.args" -> List.of(container.command().origin());
            case "process.env" -> List.of(container.env().origin());
            case "process.cwd" -> List.of(container.cwd().origin());
            case "process.capabilities.effective" -> all(container.capabilities());
            case "process.capabilities.ambient" -> all(container.ambient());
            case "process.rlimits" -> all(container.rlimits());
            case "process.noNewPrivileges" ->
                List.of(container.noNewPrivileges().origin());
            case "process.oomScoreAdj" -> one(container.oomScoreAdj());
            case "root.readonly" -> List.of(container.readonly().origin());
            case "hostname" -> List.of(container.hostname().origin());
            case "linux.uidMappings" -> all(container.uidMappings());
            case "linux.gidMappings" -> all(container.gidMappings());
            case "linux.resources" ->
                Stream.concat(one(container.resources()).stream(), all(container.devices()).stream())
                        .toList();
            case "linux.seccomp" -> List.of(container.seccomp().origin());
            case "linux.cgroupsPath" -> List.of(container.cgroupsPath().origin());
            case "linux.rootfsPropagation" ->
                List.of(container.rootfsPropagation().origin());
            case "linux.maskedPaths" -> List.of(container.maskedPaths().origin());
            case "linux.readonlyPaths" -> List.of(container.readonlyPaths().origin());
            default -> ofPrefix(member);
        };
        return orNobody(found);
    }

    private List<Origin> ofPrefix(String member) {
        if (member.startsWith("process.capabilities.")) {
            return Stream.concat(all(container.capabilities()).stream(), all(container.ambient()).stream())
                    .toList();
        }
        if (member.startsWith("annotations.")) {
            return List.of(container.annotations().origin());
        }
        return member.startsWith("linux.sysctl.") ? List.of(container.sysctl().origin()) : List.of();
    }

    private List<Origin> origins(String list, String which) {
        return orNobody(
                switch (list) {
                    case "mounts" ->
                        container.mountAt(which).map(Given::origin).stream().toList();
                    case "linux.devices" ->
                        container.devices().stream()
                                .filter(device -> device.value().path().equals(which))
                                .map(Given::origin)
                                .toList();
                    default -> namespace(which).map(Given::origin).stream().toList();
                });
    }

    private Optional<Given<String>> namespace(String type) {
        return switch (type) {
            case "network" -> Optional.of(container.net());
            case "ipc" -> Optional.of(container.ipc());
            case "uts" -> Optional.of(container.uts());
            case "pid" -> Optional.of(container.pid());
            case "user" -> Optional.of(container.userns());
            default -> Optional.empty();
        };
    }

    private static List<Origin> orNobody(List<Origin> origins) {
        return origins.isEmpty()
                ? List.of(new Origin(Origin.Kind.DEFAULT, "", "the default"))
                : origins.stream().distinct().toList();
    }

    private static <T> List<Origin> one(Optional<Given<T>> given) {
        return given.map(Given::origin).stream().toList();
    }

    private static <T> List<Origin> all(List<Given<T>> list) {
        return list.stream().map(Given::origin).toList();
    }

    /// All keys are always in the file; those that say nothing are left out.
    private void runtime(RuntimeConfig config) {
        Map<?, ?> runtime = JSON.readValue(RuntimeJson.write(config), Map.class);
        runtime.forEach((key, value) -> runtimeMember(key.toString(), value));
    }

    private void runtimeMember(String key, Object value) {
        boolean empty = value.equals("") || value.equals(List.of());
        if (value instanceof Map<?, ?> map) {
            map.forEach((inner, each) -> runtimeMember(key + "." + inner, each));
        } else if (!empty) {
            values.add(new ResolvedValue("runtime." + key, value, orNobody(runtimeOrigins(key))));
        }
    }

    private List<Origin> runtimeOrigins(String key) {
        EffectiveRuntime runtime = container.runtime();
        return switch (key) {
            case "cgroups" -> all(runtime.cgroups());
            case "mkdir" -> all(runtime.mkdir());
            case "mounts" -> all(runtime.mounts());
            case "interfaces" -> all(runtime.interfaces());
            default -> Optional.ofNullable(runtime.origins().get(key)).stream().toList();
        };
    }
}
