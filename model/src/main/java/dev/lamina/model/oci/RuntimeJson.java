package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.ContainerSpec.Interface;
import dev.lamina.model.tree.JsonText;
import dev.lamina.model.tree.Tree;

/// Writes `runtime.json` as LinuxKit's tool does: all keys always, four spaces, Go's HTML escaping.
public final class RuntimeJson {
    private RuntimeJson() {}

    public static String write(RuntimeConfig config) {
        return JsonText.likeGo(new Tree()
                .put("cgroups", config.cgroups())
                .put("mounts", MountTree.each(config.mounts()))
                .put("mkdir", config.mkdir())
                .put("interfaces", Tree.each(config.interfaces(), RuntimeJson::networkInterface))
                .put("bindNS", bindNamespaces(config.bindNamespaces()))
                .put("namespace", config.namespace())
                .toMap());
    }

    private static Tree networkInterface(Interface each) {
        return new Tree()
                .putUnlessEmpty("name", each.name())
                .putUnlessEmpty("add", each.add())
                .putUnlessEmpty("peer", each.peer())
                .put("createInRoot", each.createInRoot());
    }

    private static Tree bindNamespaces(BindNamespaces files) {
        return new Tree()
                .put("cgroup", files.cgroup().orElse(""))
                .put("ipc", files.ipc().orElse(""))
                .put("mnt", files.mnt().orElse(""))
                .put("net", files.net().orElse(""))
                .put("pid", files.pid().orElse(""))
                .put("user", files.user().orElse(""))
                .put("uts", files.uts().orElse(""));
    }
}
