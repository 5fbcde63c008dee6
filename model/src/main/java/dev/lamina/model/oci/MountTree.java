package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.IdMapping;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.tree.Tree;
import java.util.List;
import java.util.Map;

/// Mounts as both bundle files write them. Empty members are left out.
final class MountTree {
    private MountTree() {}

    static List<Map<String, Object>> each(List<Mount> mounts) {
        return Tree.each(mounts, MountTree::of);
    }

    private static Tree of(Mount mount) {
        return new Tree()
                .put("destination", mount.destination())
                .putUnlessEmpty("type", mount.type())
                .putUnlessEmpty("source", mount.source())
                .putUnlessEmpty("options", mount.options())
                .putUnlessEmpty("uidMappings", idMappings(mount.uidMappings()))
                .putUnlessEmpty("gidMappings", idMappings(mount.gidMappings()));
    }

    static List<Map<String, Object>> idMappings(List<IdMapping> mappings) {
        return Tree.each(
                mappings,
                mapping -> new Tree()
                        .put("containerID", mapping.containerId())
                        .put("hostID", mapping.hostId())
                        .put("size", mapping.size()));
    }
}
