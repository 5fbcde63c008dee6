package dev.lamina.vmlaunch.qemu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A disk as QEMU's block layer has it.
///
/// @param name of the node
/// @param format the driver, e.g. `qcow2`
/// @param snapshots that it keeps
record BlockNode(String name, String format, String file, Set<String> snapshots) {
    BlockNode {
        snapshots = Set.copyOf(snapshots);
    }

    /// Those that the guest can write. (The flash memory of its firmware is none: its content is in the
    /// memory as well, and is written back with it.)
    static List<BlockNode> writableDisks(QmpClient monitor) throws IOException {
        List<BlockNode> disks = new ArrayList<>();
        for (JsonNode device : monitor.execute("query-block")) {
            JsonNode inserted = device.path("inserted");
            boolean flash = device.path("device").asString("").startsWith("pflash");
            if (inserted.has("node-name") && !inserted.path("ro").asBoolean(false) && !flash) {
                disks.add(of(inserted));
            }
        }
        return disks;
    }

    /// @param information as QMP's `BlockDeviceInfo`
    static BlockNode of(JsonNode information) {
        Set<String> snapshots = new HashSet<>();
        information
                .path("image")
                .path("snapshots")
                .forEach(one -> snapshots.add(one.path("name").asString("")));
        return new BlockNode(
                information.path("node-name").asString(""),
                information.path("drv").asString(""),
                information.path("image").path("filename").asString(""),
                snapshots);
    }
}
