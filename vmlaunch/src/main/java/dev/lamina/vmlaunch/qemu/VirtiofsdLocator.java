package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds `virtiofsd`, which is in nobody's PATH: it is a helper of QEMU.
final class VirtiofsdLocator {
    private static final List<String> USUAL = List.of(
            "/usr/libexec", // Debian from 13 on, Fedora
            "/usr/lib/qemu", // Debian 12, Ubuntu
            "/usr/lib", // Arch
            "/usr/local/libexec",
            "/usr/local/lib/qemu");

    private final HostSystem host;
    private final Optional<Path> setting;

    VirtiofsdLocator(HostSystem host, Optional<Path> setting) {
        this.host = host;
        this.setting = setting;
    }

    /// The user named it.
    boolean isNamed() {
        return setting.isPresent();
    }

    /// Empty when there is none, and on systems for which none exists.
    ///
    /// @throws EnvironmentException it is not where the user says
    Optional<Path> find() {
        if (setting.isPresent() && setting.filter(Programs::isProgram).isEmpty()) {
            throw new EnvironmentException(
                    "virtiofsd is not at " + setting.get(), "name the program itself with --virtiofsd");
        }
        if (host.os() != HostSystem.Os.LINUX) {
            return Optional.empty();
        }
        return setting.or(() -> Programs.folders(host.environment(), USUAL)
                .map(folder -> folder.resolve("virtiofsd"))
                .filter(Programs::isProgram)
                .findFirst());
    }

    /// Why there is none, and how to get it.
    String missing() {
        return host.os() == HostSystem.Os.LINUX
                ? "virtiofsd was not found; sudo apt install virtiofsd, Debian 12: qemu-system-common, Fedora: sudo dnf"
                        + " install virtiofsd"
                : "there is a virtiofsd for Linux only";
    }

    /// @throws InputException it cannot be given the folder
    HelperPrograms.Helper helper(Path program, Path folder) {
        if (folder.toString().indexOf(',') >= 0) {
            throw new InputException(
                    "virtiofsd takes no folder with a comma in its name: " + folder, "share a folder above it");
        }
        return new HelperPrograms.Helper(
                program,
                "virtiofsd does not share the folder",
                "an older virtiofsd must be started by root",
                socket -> List.of("--socket-path=" + socket, "-o", "source=" + folder));
    }
}
