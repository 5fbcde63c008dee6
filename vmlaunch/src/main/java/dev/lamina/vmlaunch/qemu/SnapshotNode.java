package dev.lamina.vmlaunch.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The file with the memory of snapshots in a running QEMU: an image without content of its own that is
/// attached to no device.
final class SnapshotNode {
    /// In QEMU's block layer.
    static final String NAME = "lamina-snapshots";

    private static final String FILE_NODE = NAME + "-file";

    private final QmpClient monitor;
    private final QmpJobs jobs;
    private final SnapshotFile file;

    SnapshotNode(QmpClient monitor, QmpJobs jobs, SnapshotFile file) {
        this.monitor = monitor;
        this.jobs = jobs;
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file.path());
    }

    /// Makes it if need be, and plugs it in.
    void open() throws IOException {
        if (find().isPresent()) {
            return;
        }
        if (exists()) {
            add(file.path());
        } else {
            make(file.path());
        }
        monitor.execute("blockdev-add", Map.of("driver", "qcow2", "node-name", NAME, "file", FILE_NODE));
    }

    private void add(Path path) throws IOException {
        monitor.execute("blockdev-add", Map.of("driver", "file", "node-name", FILE_NODE, "filename", path.toString()));
    }

    /// Half a file would not be one later, so it is gone when something fails.
    private void make(Path path) throws IOException {
        boolean made = false;
        try {
            Map<String, Object> empty = Map.of("driver", "file", "filename", path.toString(), "size", 0);
            jobs.run("blockdev-create", Map.of("options", empty));
            add(path);
            Map<String, Object> format = Map.of("driver", "qcow2", "file", FILE_NODE, "size", 0);
            jobs.run("blockdev-create", Map.of("options", format));
            made = true;
        } finally {
            if (!made) {
                Files.deleteIfExists(path);
            }
        }
    }

    Optional<BlockNode> find() throws IOException {
        JsonNode information = information();
        return information.has("node-name") ? Optional.of(BlockNode.of(information)) : Optional.empty();
    }

    /// What QEMU tells of its image; a missing node when it is not plugged in.
    JsonNode information() throws IOException {
        for (JsonNode one : monitor.execute("query-named-block-nodes", Map.of("flat", true))) {
            if (one.path("node-name").asString("").equals(NAME)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }
}
