package dev.lamina.app.studio.inspector;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where in its form a field stands: the section, the order, and whether it is folded away.
final class FieldOrder {
    /// In the order of the forms; fields that are not named follow in the order of the schema.
    private static final List<String> FIRST = List.of(
            "name",
            "path",
            "image",
            "cmdline",
            "command",
            "env",
            "cwd",
            "hostname",
            "contents",
            "source",
            "symlink",
            "directory",
            "metadata",
            "mode",
            "capabilities",
            "capabilities.add",
            "ambient",
            "readonly",
            "noNewPrivileges",
            "annotations.dev.lamina.seccomp",
            "uid",
            "gid",
            "net",
            "pid",
            "ipc",
            "uts",
            "binds",
            "binds.add",
            "tmpfs",
            "mounts",
            "resources.memory.limit",
            "resources.cpu.shares",
            "resources.cpu.quota",
            "resources.pids.limit",
            "rlimits",
            "annotations.dev.lamina.restart",
            "runtime.mkdir",
            "runtime.interfaces",
            "sysctl",
            "runtime.mounts");

    private static final Map<Group, Set<String>> GROUPS = Map.of(
            Group.GENERAL, Set.of("name", "image", "command", "env", "cwd", "hostname"),
            Group.MOUNTS, Set.of("binds", "binds.add", "tmpfs", "mounts", "rootfsPropagation"),
            Group.RESOURCES, Set.of("oomScoreAdj", "cgroupsPath", "rlimits"),
            Group.RUNTIME, Set.of("sysctl", "annotations"));

    /// Shown at once; all others of containers, and the rare ones of the rest, are folded away.
    private static final Set<String> USUAL = Set.copyOf(FIRST);

    private FieldOrder() {}

    static int of(FieldSpec spec) {
        int at = FIRST.indexOf(spec.path());
        return at < 0 ? FIRST.size() : at;
    }

    static Group group(String path) {
        if (path.startsWith("resources.")) {
            return Group.RESOURCES;
        }
        if (path.startsWith("runtime.")) {
            return Group.RUNTIME;
        }
        return GROUPS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(path))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Group.PRIVILEGES);
    }

    static boolean rare(FormKind kind, String path) {
        if (path.equals("name") || path.equals("path")) {
            return true; // stands above the form
        }
        return switch (kind) {
            case CONTAINER -> !USUAL.contains(path) || path.equals("capabilities.add") || path.equals("binds.add");
            case KERNEL -> !Set.of("image", "cmdline").contains(path);
            // A file is made of one thing; the others are for those who look for them.
            case FILE -> FieldEdits.CONTENTS.contains(path) || path.equals("optional");
            case VOLUME, INIT -> false;
        };
    }
}
