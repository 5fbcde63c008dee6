package dev.lamina.model.yaml;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.ContainerSpec.HugepageLimit;
import dev.lamina.model.ContainerSpec.IdMapping;
import dev.lamina.model.ContainerSpec.Interface;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.ContainerSpec.Runtime;
import dev.lamina.model.tree.ResourcesTree;
import dev.lamina.model.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns the values of a container back into keys and values. A present empty list stays, as it clears the label's.
final class SpecTree {
    private SpecTree() {}

    static void put(Tree tree, ContainerSpec spec) {
        lists(tree, spec);
        namespaces(tree, spec);
        rights(tree, spec);
        tree.put("hostname", spec.hostname())
                .put("oomScoreAdj", spec.oomScoreAdj().map(Integer::longValue))
                .put("rootfsPropagation", spec.rootfsPropagation())
                .put("cgroupsPath", spec.cgroupsPath())
                .put(
                        "resources",
                        spec.resources()
                                .map(each -> ResourcesTree.of(each, "blockio", SpecTree::hugepageLimit)
                                        .toMap()))
                .put("sysctl", spec.sysctl())
                .put("rlimits", spec.rlimits())
                .put("uidMappings", idMappings(spec.uidMappings()))
                .put("gidMappings", idMappings(spec.gidMappings()))
                .put("annotations", spec.annotations())
                .putUnlessEmpty("runtime", runtime(spec.runtime()));
    }

    private static void lists(Tree tree, ContainerSpec spec) {
        tree.put("capabilities", spec.capabilities())
                .put("capabilities.add", spec.capabilitiesAdd())
                .put("ambient", spec.ambient())
                .put("mounts", mounts(spec.mounts()))
                .put("binds", spec.binds())
                .put("binds.add", spec.bindsAdd())
                .put("devices", spec.devices().map(devices -> Tree.each(devices, SpecTree::device)))
                .put("tmpfs", spec.tmpfs())
                .put("command", spec.command())
                .put("env", spec.env())
                .put("cwd", spec.cwd());
    }

    private static void namespaces(Tree tree, ContainerSpec spec) {
        tree.put("net", spec.net())
                .put("pid", spec.pid())
                .put("ipc", spec.ipc())
                .put("uts", spec.uts())
                .put("userns", spec.userns());
    }

    private static void rights(Tree tree, ContainerSpec spec) {
        tree.put("readonly", spec.readonly())
                .put("maskedPaths", spec.maskedPaths())
                .put("readonlyPaths", spec.readonlyPaths())
                .put("uid", spec.uid().map(CompositionTree::value))
                .put("gid", spec.gid().map(CompositionTree::value))
                .put(
                        "additionalGids",
                        spec.additionalGids()
                                .map(gids -> gids.stream()
                                        .map(CompositionTree::value)
                                        .toList()))
                .put("noNewPrivileges", spec.noNewPrivileges());
    }

    private static Optional<List<Map<String, Object>>> mounts(Optional<List<Mount>> mounts) {
        return mounts.map(list -> Tree.each(list, SpecTree::mount));
    }

    private static Tree mount(Mount mount) {
        return new Tree()
                .putUnlessEmpty("destination", mount.destination())
                .putUnlessEmpty("type", mount.type())
                .putUnlessEmpty("source", mount.source())
                .putUnlessEmpty("options", mount.options())
                .putUnlessEmpty("uidmappings", Tree.each(mount.uidMappings(), SpecTree::idMapping))
                .putUnlessEmpty("gidmappings", Tree.each(mount.gidMappings(), SpecTree::idMapping));
    }

    private static Tree device(Device device) {
        return new Tree()
                .put("path", device.path())
                .putUnlessEmpty("type", device.type())
                .put("major", device.major())
                .put("minor", device.minor())
                .putUnlessEmpty("mode", device.mode());
    }

    private static Optional<List<Map<String, Object>>> idMappings(Optional<List<IdMapping>> mappings) {
        return mappings.map(list -> Tree.each(list, SpecTree::idMapping));
    }

    private static Tree idMapping(IdMapping mapping) {
        return new Tree()
                .put("hostID", mapping.hostId())
                .put("containerID", mapping.containerId())
                .put("size", mapping.size());
    }

    private static Tree runtime(Runtime runtime) {
        return new Tree()
                .put("cgroups", runtime.cgroups())
                .put("mounts", mounts(runtime.mounts()))
                .put("mkdir", runtime.mkdir())
                .put("interfaces", runtime.interfaces().map(list -> Tree.each(list, SpecTree::networkInterface)))
                .putUnlessEmpty("bindNS", bindNamespaces(runtime.bindNamespaces()))
                .put("namespace", runtime.namespace());
    }

    private static Tree networkInterface(Interface each) {
        return new Tree()
                .putUnlessEmpty("name", each.name())
                .putUnlessEmpty("add", each.add())
                .putUnlessEmpty("peer", each.peer())
                .putIfTrue("createInRoot", each.createInRoot());
    }

    private static Tree bindNamespaces(BindNamespaces files) {
        return new Tree()
                .put("cgroup", files.cgroup())
                .put("ipc", files.ipc())
                .put("mnt", files.mnt())
                .put("net", files.net())
                .put("pid", files.pid())
                .put("user", files.user())
                .put("uts", files.uts());
    }

    private static Tree hugepageLimit(HugepageLimit limit) {
        return new Tree().put("pageSize", limit.pageSize()).put("limit", limit.limit());
    }
}
