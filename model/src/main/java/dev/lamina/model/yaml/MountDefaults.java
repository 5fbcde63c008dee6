package dev.lamina.model.yaml;

/// What LinuxKit takes a mount to mean where the type or the destination is left out.
public final class MountDefaults {
    private MountDefaults() {}

    /// The type; empty when it is neither given nor clear from the source or the destination.
    public static String type(String type, String source, String destination) {
        if (!type.isEmpty()) {
            return type;
        }
        return switch (source) {
            case "mqueue", "devpts", "proc", "sysfs", "cgroup" -> source;
            default -> destination.equals("/dev") ? "tmpfs" : "";
        };
    }

    /// The destination; empty when it is neither given nor clear from the type.
    public static String destination(String destination, String type) {
        if (!destination.isEmpty()) {
            return destination;
        }
        return switch (type) {
            case "proc" -> "/proc";
            case "devpts" -> "/dev/pts";
            case "sysfs" -> "/sys";
            case "cgroup" -> "/sys/fs/cgroup";
            case "mqueue" -> "/dev/mqueue";
            default -> "";
        };
    }
}
