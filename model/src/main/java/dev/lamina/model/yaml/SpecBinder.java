package dev.lamina.model.yaml;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.ContainerSpec.IdMapping;
import dev.lamina.model.ContainerSpec.Interface;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.ContainerSpec.Runtime;
import dev.lamina.model.Owner;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.List;
import java.util.Optional;

/// Makes the values of a container from fields that have passed [SchemaCheck].
final class SpecBinder {
    private SpecBinder() {}

    static ContainerSpec spec(Fields fields) {
        return new ContainerSpec(
                fields.texts("capabilities"),
                fields.texts("capabilities.add"),
                fields.texts("ambient"),
                fields.shapes("mounts", SpecBinder::mount),
                fields.texts("binds"),
                fields.texts("binds.add"),
                fields.texts("tmpfs"),
                fields.texts("command"),
                fields.texts("env"),
                fields.text("cwd"),
                fields.text("net"),
                fields.text("pid"),
                fields.text("ipc"),
                fields.text("uts"),
                fields.text("userns"),
                fields.truth("readonly"),
                fields.texts("maskedPaths"),
                fields.texts("readonlyPaths"),
                fields.item("uid").map(SpecBinder::owner),
                fields.item("gid").map(SpecBinder::owner),
                fields.list("additionalGids", SpecBinder::owner),
                fields.truth("noNewPrivileges"),
                fields.text("hostname"),
                oomScoreAdj(fields),
                fields.text("rootfsPropagation"),
                fields.text("cgroupsPath"),
                fields.shape("resources").map(ResourcesBinder::resources),
                fields.textMap("sysctl"),
                fields.texts("rlimits"),
                fields.textMap("annotations"),
                idMappings(fields, "uidMappings"),
                idMappings(fields, "gidMappings"),
                fields.shapes("devices", SpecBinder::device),
                runtime(fields.shape("runtime").orElse(Fields.NONE)));
    }

    /// Empty and `root` name no container but the user 0.
    static Owner owner(Item item) {
        Scalar scalar = (Scalar) item;
        if (scalar.type() == Scalar.Type.NUMBER) {
            return new Owner.Id(Numbers.parse(scalar.text()).orElse(0));
        }
        return Names.isRoot(scalar.text()) ? Owner.ROOT : new Owner.Name(scalar.text());
    }

    private static Optional<Integer> oomScoreAdj(Fields fields) {
        return fields.has("oomScoreAdj")
                ? Optional.of(Math.clamp(fields.numberOrZero("oomScoreAdj"), Integer.MIN_VALUE, Integer.MAX_VALUE))
                : Optional.empty();
    }

    private static Mount mount(Fields fields) {
        return new Mount(
                fields.textOrEmpty("destination"),
                fields.textOrEmpty("type"),
                fields.textOrEmpty("source"),
                fields.texts("options").orElse(List.of()),
                idMappings(fields, "uidmappings").orElse(List.of()),
                idMappings(fields, "gidmappings").orElse(List.of()));
    }

    private static Optional<List<IdMapping>> idMappings(Fields fields, String key) {
        return fields.shapes(
                key,
                mapping -> new IdMapping(
                        mapping.numberOrZero("hostID"),
                        mapping.numberOrZero("containerID"),
                        mapping.numberOrZero("size")));
    }

    private static Device device(Fields fields) {
        return new Device(
                fields.textOrEmpty("path"),
                fields.textOrEmpty("type"),
                fields.numberOrZero("major"),
                fields.numberOrZero("minor"),
                fields.textOrEmpty("mode"));
    }

    private static Runtime runtime(Fields fields) {
        return new Runtime(
                fields.texts("cgroups"),
                fields.shapes("mounts", SpecBinder::mount),
                fields.texts("mkdir"),
                fields.shapes("interfaces", SpecBinder::networkInterface),
                bindNamespaces(fields.shape("bindNS").orElse(Fields.NONE)),
                fields.text("namespace"));
    }

    private static Interface networkInterface(Fields fields) {
        return new Interface(
                fields.textOrEmpty("name"),
                fields.textOrEmpty("add"),
                fields.textOrEmpty("peer"),
                fields.truth("createInRoot").orElse(false));
    }

    private static BindNamespaces bindNamespaces(Fields fields) {
        return new BindNamespaces(
                fields.text("cgroup"),
                fields.text("ipc"),
                fields.text("mnt"),
                fields.text("net"),
                fields.text("pid"),
                fields.text("user"),
                fields.text("uts"));
    }
}
