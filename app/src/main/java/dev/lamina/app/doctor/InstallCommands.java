package dev.lamina.app.doctor;

import dev.lamina.vmlaunch.host.HostSystem.Os;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/// How to install something here: the words of the package manager of this system, and the names that its packages
/// have.
final class InstallCommands {
    private static final ResourceBundle PACKAGES =
            ResourceBundle.getBundle(InstallCommands.class.getPackageName() + ".packages");

    private final Optional<String> manager;
    private final boolean root;

    /// @param root whoever works here may do everything, so that nothing stands before the command
    private InstallCommands(Optional<String> manager, boolean root) {
        this.manager = manager;
        this.root = root;
    }

    static InstallCommands of(Computer computer) {
        Optional<String> manager = switch (computer.system().os()) {
            case LINUX -> manager(OsRelease.read(computer.root()).family());
            case MACOS -> Optional.of("brew");
            case WINDOWS -> Optional.of("winget");
        };
        boolean root = computer.system().os() == Os.LINUX && computer.user().equals("root");
        return new InstallCommands(manager, root);
    }

    private static Optional<String> manager(List<String> family) {
        return family.stream().flatMap(name -> text("family." + name).stream()).findFirst();
    }

    /// @param thing as the table has it, e.g. `qemu.arm64`, `virtiofsd`
    /// @param otherwise where this system has no package of it that we know
    Cure install(String thing, Cure otherwise) {
        return manager.flatMap(name ->
                        text(name + "." + thing).flatMap(pack -> text(name).map(words -> words.replace("%", pack))))
                .map(command -> Cure.command(root ? command.replaceFirst("^sudo ", "") : command))
                .orElse(otherwise);
    }

    private static Optional<String> text(String key) {
        try {
            return Optional.of(PACKAGES.getString(key)).filter(value -> !value.isEmpty());
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
