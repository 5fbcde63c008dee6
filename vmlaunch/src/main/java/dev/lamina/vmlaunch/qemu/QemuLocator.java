package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Programs;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds `qemu-system-ARCH`: what the user set, `LAMINA_QEMU`, the PATH, then the folders where installers
/// put it (a program started from the desktop of macOS does not get the PATH of the shell).
final class QemuLocator {
    private static final List<String> MACOS = List.of("/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin");
    private static final List<String> MSYS = List.of("ucrt64", "mingw64", "clang64", "clangarm64");
    private static final List<String> LINUX = List.of("/usr/bin", "/usr/local/bin");

    private final HostSystem host;
    private final Optional<Path> setting;
    /// The folder that the installer for Windows noted; asked last, as that takes a moment.
    private final Supplier<Optional<Path>> registry;

    QemuLocator(HostSystem host, Optional<Path> setting, Supplier<Optional<Path>> registry) {
        this.host = host;
        this.setting = setting;
        this.registry = registry;
    }

    static QemuLocator of(HostSystem host, Optional<Path> setting, ProcessRunner runner) {
        return new QemuLocator(host, setting, new WindowsRegistry(runner)::qemu);
    }

    /// A wish of the user is final: when nothing is there, nothing else is taken instead.
    Optional<Path> find(Arch guest) {
        Optional<Path> wish = wish();
        if (wish.isPresent()) {
            return at(wish.get(), guest);
        }
        return in(Programs.folders(host.environment(), usual()), guest)
                .or(() -> host.isWindows() ? in(registry.get().stream(), guest) : Optional.empty());
    }

    private Optional<Path> in(Stream<Path> folders, Arch guest) {
        return folders.map(folder -> folder.resolve(program(guest)))
                .filter(Programs::isProgram)
                .findFirst();
    }

    /// What the user set, if anything.
    Optional<Path> wish() {
        return setting.or(() -> variable("LAMINA_QEMU").flatMap(Programs::path));
    }

    private Optional<Path> at(Path wish, Arch guest) {
        Path folder = Files.isDirectory(wish) ? wish : wish.toAbsolutePath().getParent();
        Path sibling = folder == null ? wish : folder.resolve(program(guest));
        boolean named = !Files.isDirectory(wish) && !isForOtherArch(wish, guest);
        return Stream.of(named ? wish : sibling).filter(Programs::isProgram).findFirst();
    }

    private static boolean isForOtherArch(Path program, Arch guest) {
        String name = String.valueOf(program.getFileName());
        return Arrays.stream(Arch.values())
                .filter(arch -> arch != guest)
                .anyMatch(arch -> name.startsWith("qemu-system-" + arch.machine()));
    }

    private List<String> usual() {
        return switch (host.os()) {
            case LINUX -> LINUX;
            case MACOS -> MACOS;
            case WINDOWS -> windows();
        };
    }

    private List<String> windows() {
        List<String> folders = new ArrayList<>();
        variable("ProgramFiles").ifPresent(base -> folders.add(base + "\\qemu"));
        // The other one for a 32-bit program.
        variable("ProgramW6432").ifPresent(base -> folders.add(base + "\\qemu"));
        variable("USERPROFILE").ifPresent(base -> folders.add(base + "\\scoop\\apps\\qemu\\current"));
        MSYS.forEach(kind -> folders.add("C:\\msys64\\" + kind + "\\bin"));
        return folders;
    }

    private String program(Arch guest) {
        return "qemu-system-" + guest.machine() + (host.isWindows() ? ".exe" : "");
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(host.environment().get(name)).filter(value -> !value.isBlank());
    }
}
