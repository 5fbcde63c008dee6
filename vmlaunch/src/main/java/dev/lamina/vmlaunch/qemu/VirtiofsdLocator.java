package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds `virtiofsd`, which is in nobody's PATH: it is a helper of QEMU.
final class VirtiofsdLocator {
    private static final List<String> USUAL = List.of(
            "/usr/libexec/virtiofsd", // Debian from 13 on, Fedora
            "/usr/lib/qemu/virtiofsd", // Debian 12, Ubuntu
            "/usr/lib/virtiofsd", // Arch
            "/usr/local/libexec/virtiofsd",
            "/usr/local/lib/qemu/virtiofsd");

    private final HostSystem host;
    private final Optional<Path> setting;

    VirtiofsdLocator(HostSystem host, Optional<Path> setting) {
        this.host = host;
        this.setting = setting;
    }

    /// @throws EnvironmentException there is none
    Path find() {
        if (host.os() != HostSystem.Os.LINUX) {
            throw new EnvironmentException(
                    "folders can be shared with a guest on Linux only", "leave out --virtiofs, or use a disk");
        }
        if (setting.isPresent()) {
            return setting.filter(VirtiofsdLocator::isProgram)
                    .orElseThrow(() -> new EnvironmentException(
                            "virtiofsd is not at " + setting.get(), "name the program itself with --virtiofsd"));
        }
        return Stream.concat(onPath(), USUAL.stream())
                .map(Path::of)
                .filter(VirtiofsdLocator::isProgram)
                .findFirst()
                .orElseThrow(() -> new EnvironmentException(
                        "virtiofsd, which shares folders with a guest, was not found",
                        "sudo apt install virtiofsd (Debian 12: qemu-system-common, Fedora: sudo dnf install"
                                + " virtiofsd), or name it with --virtiofsd"));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private Stream<String> onPath() {
        String path = host.environment().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> folder + "/virtiofsd");
    }
}
