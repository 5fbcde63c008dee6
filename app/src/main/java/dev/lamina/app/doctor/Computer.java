package dev.lamina.app.doctor;

import dev.lamina.vmlaunch.host.HostSystem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/// The computer that is looked at.
///
/// @param root of its file system, where Linux tells of itself
/// @param system what it is, with the environment of this process
/// @param version of the operating system, e.g. `6.1.0-18-amd64`, `15.1`
/// @param user the name of whoever works here
/// @param folders Lamina's
/// @param instruments what can only be asked of the system itself
/// @param zone in which times are told
public record Computer(
        Path root,
        HostSystem system,
        String version,
        String user,
        Folders folders,
        Java java,
        Instruments instruments,
        ZoneId zone) {

    /// Where Lamina keeps what it makes.
    ///
    /// @param images the image store
    public record Folders(Path cache, Path data, Path images) {}

    /// The Java that runs Lamina.
    ///
    /// @param heap the most memory that it takes for itself, in bytes
    public record Java(String version, long heap, int processors) {}

    /// A variable that is set and not empty.
    Optional<String> variable(String name) {
        return Optional.ofNullable(system.environment().get(name)).filter(value -> !value.isBlank());
    }

    boolean linux() {
        return system.os() == HostSystem.Os.LINUX;
    }

    Path file(String path) {
        return root.resolve(path);
    }
}
