package dev.lamina.model.yaml;

import java.util.Map;
import java.util.Optional;

/// Keys that files of Docker Compose and Kubernetes have for a container, and what is written in their place.
final class ForeignKeys {
    private static final String BINDS = "write binds: [\"/source:/destination:ro\"]";
    private static final String COMMAND = "write command, with the program and all its arguments";
    private static final String ENV = "write env: [\"NAME=value\"]";
    private static final String NET = "write net: new for a network of its own; without it the system's is used";
    private static final String PORTS = "ports are published when it is run: lamina run --publish 8080:80";
    private static final String RIGHTS = "name what it needs in capabilities, and the devices in devices";

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("args", COMMAND),
            Map.entry("build", "build the image before, with lamina pkg build, and name it in image"),
            Map.entry("cap_add", "write capabilities, or capabilities.add beside what the image asks for"),
            Map.entry("cap_drop", "a container has only what capabilities names: leave it out"),
            Map.entry("container_name", "write name"),
            Map.entry("depends_on", "write annotations: {dev.lamina.after: NAME}"),
            Map.entry("entrypoint", COMMAND),
            Map.entry("env_file", ENV),
            Map.entry("environment", ENV),
            Map.entry("expose", PORTS),
            Map.entry("labels", "write annotations"),
            Map.entry("mem_limit", "write resources: {memory: {limit: BYTES}}"),
            Map.entry("network", NET),
            Map.entry("network_mode", NET),
            Map.entry("networks", NET),
            Map.entry("ports", PORTS),
            Map.entry("privileged", RIGHTS),
            Map.entry("restart", "write annotations: {dev.lamina.restart: on-failure}"),
            Map.entry("security_opt", "write noNewPrivileges: true, or annotations: {dev.lamina.seccomp: default}"),
            Map.entry("shm_size", "write tmpfs: [\"/dev/shm:size=64m\"]"),
            Map.entry("user", "write uid and gid"),
            Map.entry("volumeMounts", BINDS),
            Map.entry("volumes", BINDS),
            Map.entry("workingDir", "write cwd"),
            Map.entry("working_dir", "write cwd"));

    private ForeignKeys() {}

    /// @param shape of the mapping that the key is in
    static Optional<String> hint(String key, Schema.Shape shape) {
        boolean container = shape.names().contains("capabilities");
        return container ? Optional.ofNullable(INSTEAD.get(key)) : Optional.empty();
    }
}
