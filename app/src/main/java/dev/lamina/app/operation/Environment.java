package dev.lamina.app.operation;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the process was given by its surroundings. Everything that reads the surroundings reads it from here, so that
/// tests can give their own.
///
/// @param variables environment variables
/// @param directory relative paths start here
/// @param terminal whether standard error is a terminal
/// @param architecture the value of Java's `os.arch`
public record Environment(
        Map<String, String> variables,
        Path directory,
        Path userHome,
        OperatingSystem system,
        String architecture,
        boolean terminal) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    public static Environment ofProcess() {
        return new Environment(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                home(System.getenv("HOME")),
                OperatingSystem.parse(System.getProperty("os.name", "")),
                System.getProperty("os.arch", ""),
                isTerminal());
    }

    /// What shells take for `~`; Java itself asks the table of users.
    private static Path home(@Nullable String variable) {
        return Path.of(variable == null || variable.isEmpty() ? System.getProperty("user.home", ".") : variable);
    }

    /// The launching script can tell about standard error alone; Java knows only about input and output together.
    private static boolean isTerminal() {
        String told = System.getProperty("lamina.terminal");
        return told == null ? System.console() != null && System.console().isTerminal() : told.equals("true");
    }

    /// A variable that is set and not empty.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// A variable that names a folder or a file.
    public Optional<Path> path(String name) {
        return variable(name).map(directory::resolve);
    }

    /// Whether a window can be opened, as far as variables tell.
    public boolean display() {
        return system != OperatingSystem.LINUX
                || variable("DISPLAY").isPresent()
                || variable("WAYLAND_DISPLAY").isPresent();
    }

    /// The script that started this process, when it was one.
    public Optional<String> launcher() {
        return variable("LAMINA_LAUNCHER");
    }

    public enum OperatingSystem {
        LINUX,
        MACOS,
        WINDOWS;

        /// Maps the value of the system property `os.name`; other Unix systems count as Linux.
        public static OperatingSystem parse(String osName) {
            String name = osName.toLowerCase(Locale.ROOT);
            if (name.startsWith("windows")) {
                return WINDOWS;
            }
            return name.startsWith("mac") ? MACOS : LINUX;
        }
    }
}
