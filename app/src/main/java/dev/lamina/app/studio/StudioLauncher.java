package dev.lamina.app.studio;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.Operations;
import dev.lamina.model.problem.EnvironmentException;
import java.nio.file.Path;
import java.util.List;

/// Opens the composer, where there is a screen. Names no class of the toolkit itself, so that the command line can call
/// it.
public final class StudioLauncher {
    private final Operations operations;
    private final Environment environment;

    public StudioLauncher(Operations operations, Environment environment) {
        this.operations = operations;
        this.environment = environment;
    }

    /// Returns when the window is closed.
    ///
    /// @param files to open; with none, what was open last or the start page
    /// @throws EnvironmentException there is no display or no toolkit
    public void open(List<Path> files) {
        if (environment.system() == OperatingSystem.LINUX
                && environment.variable("DISPLAY").isEmpty()
                && environment.variable("WAYLAND_DISPLAY").isEmpty()
                && !"Headless".equals(System.getProperty("glass.platform"))) {
            throw noWindow("there is no display (DISPLAY is not set)");
        }
        try {
            new Studio(operations).run(files);
        } catch (NoClassDefFoundError e) {
            throw noWindow("this build of Lamina has no window");
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw noWindow(String.valueOf(e.getMessage()));
        }
    }

    private static EnvironmentException noWindow(String reason) {
        return new EnvironmentException(
                "the composer cannot open a window: " + reason,
                "use the command line: 'lamina validate FILE', 'lamina build FILE', 'lamina run FILE'; 'lamina --help' lists all");
    }
}
