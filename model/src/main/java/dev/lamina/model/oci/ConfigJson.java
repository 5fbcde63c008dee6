package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.Owner;
import dev.lamina.model.tree.JsonText;
import dev.lamina.model.tree.Tree;
import dev.lamina.model.value.Arch;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes the `config.json` of one container. Members stand in the order of the OCI runtime specification's structures
/// in Go, and empty ones are left out, as LinuxKit's tool does.
final class ConfigJson {
    private static final String OCI_VERSION = "1.2.1";

    private final SpecLayers spec;
    private final ImageConfig image;
    private final Arch arch;
    private final OwnerIds ids;
    private final VolumePaths volumes;
    private final Faults faults;

    ConfigJson(SpecLayers spec, ImageConfig image, Arch arch, OwnerIds ids, VolumePaths volumes, Faults faults) {
        this.spec = spec;
        this.image = image;
        this.arch = arch;
        this.ids = ids;
        this.volumes = volumes;
        this.faults = faults;
    }

    String write() {
        boolean readonly = readonly();
        Capabilities capabilities = Capabilities.of(spec, faults);
        return JsonText.likeGo(new Tree()
                .put("ociVersion", OCI_VERSION)
                .put("process", process(capabilities))
                .put("root", new Tree().put("path", "rootfs").putIfTrue("readonly", readonly))
                .putUnlessEmpty("hostname", spec.lastNonEmpty("", ContainerSpec::hostname))
                .putUnlessEmpty(
                        "mounts",
                        MountTree.each(MountTable.of(spec, readonly, volumes).mounts()))
                .putUnlessEmpty(
                        "annotations",
                        ByteOrder.sorted(spec.given(ContainerSpec::annotations).orElse(Map.of())))
                .put("linux", linux(capabilities))
                .toMap());
    }

    boolean readonly() {
        return spec.given(ContainerSpec::readonly).orElse(false);
    }

    private Tree process(Capabilities capabilities) {
        return new Tree()
                .put("user", user())
                .putUnlessEmpty("args", spec.given(ContainerSpec::command).orElseGet(image::command))
                .putUnlessEmpty("env", spec.given(ContainerSpec::env).orElse(image.env()))
                .put(
                        "cwd",
                        spec.lastNonEmpty(image.workingDir().isEmpty() ? "/" : image.workingDir(), ContainerSpec::cwd))
                .put("capabilities", capabilities.toTree())
                .putUnlessEmpty(
                        "rlimits",
                        Tree.each(
                                spec.list(ContainerSpec::rlimits),
                                text -> Rlimit.parse(text).toTree()))
                .putIfTrue(
                        "noNewPrivileges",
                        spec.given(ContainerSpec::noNewPrivileges).orElse(false))
                .put("oomScoreAdj", spec.given(ContainerSpec::oomScoreAdj));
    }

    /// The image's own user does not count.
    private Tree user() {
        return new Tree()
                .put("uid", id("uid", ContainerSpec::uid))
                .put("gid", id("gid", ContainerSpec::gid))
                .putUnlessEmpty(
                        "additionalGids",
                        ids.numbers(spec.tracedList("additionalGids", ContainerSpec::additionalGids), faults));
    }

    private long id(String key, Function<ContainerSpec, Optional<Owner>> owner) {
        return spec.traced(key, owner).map(given -> ids.number(given, faults)).orElse(0L);
    }

    private Tree linux(Capabilities capabilities) {
        return new Tree()
                .putUnlessEmpty("uidMappings", MountTree.idMappings(spec.list(ContainerSpec::uidMappings)))
                .putUnlessEmpty("gidMappings", MountTree.idMappings(spec.list(ContainerSpec::gidMappings)))
                .putUnlessEmpty(
                        "sysctl",
                        ByteOrder.sorted(spec.given(ContainerSpec::sysctl).orElse(Map.of())))
                .put("resources", Limits.of(spec, faults))
                .putUnlessEmpty(
                        "cgroupsPath", spec.given(ContainerSpec::cgroupsPath).orElse(""))
                .put("namespaces", Namespaces.of(spec))
                .putUnlessEmpty("devices", Tree.each(Devices.nodes(spec.list(ContainerSpec::devices)), Devices::tree))
                .putUnlessEmpty("seccomp", Seccomp.of(spec, capabilities, arch, faults))
                .putUnlessEmpty(
                        "rootfsPropagation",
                        spec.given(ContainerSpec::rootfsPropagation).orElse(""))
                .putUnlessEmpty("maskedPaths", spec.list(ContainerSpec::maskedPaths))
                .putUnlessEmpty("readonlyPaths", spec.list(ContainerSpec::readonlyPaths));
    }
}
