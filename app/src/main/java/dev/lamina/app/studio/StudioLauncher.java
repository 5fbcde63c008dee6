package dev.lamina.app.studio;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Operations;
import dev.lamina.model.problem.EnvironmentException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Opens the composer, where there is a screen. Names no class of the toolkit itself, so that the command
/// line can call it.
public final class StudioLauncher {
    private final Operations operations;
    private final Environment environment;
    private final Toolkit toolkit;
    private final String platform;

    /// @param toolkit begun or not
    public StudioLauncher(Operations operations, Environment environment, Toolkit toolkit) {
        this(operations, environment, toolkit, System.getProperty("glass.platform", ""));
    }

    /// @param platform what the toolkit draws on, when it is told
    public StudioLauncher(Operations operations, Environment environment, Toolkit toolkit, String platform) {
        this.toolkit = toolkit;
        this.operations = operations;
        this.environment = environment;
        this.platform = platform;
    }

    /// Returns when the window is closed.
    ///
    /// @param files to open; with none, the start page
    /// @throws EnvironmentException there is no display or no toolkit
    public void open(List<Path> files) {
        inWindow(() -> {
            studio(true).run(files, Studio.Progress.NONE);
            return files;
        });
    }

    /// Opens the window, draws it, and closes it again.
    ///
    /// @param work for which it stays open
    /// @param rehearsed gets the times of the start
    public void rehearse(List<Path> files, Duration work, Consumer<Rehearsed> rehearsed) {
        inWindow(() -> {
            new Rehearsal(studio(false)).run(files, work, rehearsed);
            return files;
        });
    }

    /// Opens a window for a minute to measure it.
    ///
    /// @param components of the document
    /// @param runs how many keys and gestures
    public WindowFigures measure(int components, int runs) {
        return inWindow(() -> new WindowBench(toolkit, operations, components, runs).run());
    }

    private Studio studio(boolean greets) {
        return new Studio(toolkit, operations, environment.userHome(), greets);
    }

    private <T> T inWindow(Supplier<T> window) {
        if (!environment.display() && !platform.equals("Headless")) {
            throw noWindow("there is no display (DISPLAY is not set)");
        }
        try {
            return window.get();
        } catch (NoClassDefFoundError e) {
            throw noWindow("the toolkit is not here (" + e.getMessage() + ")");
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw noWindow(String.valueOf(e.getMessage()));
        }
    }

    private static EnvironmentException noWindow(String reason) {
        return new EnvironmentException(
                "the composer cannot open a window: " + reason,
                "without one: 'lamina validate FILE', 'lamina build FILE', 'lamina run FILE'; 'lamina --help' lists"
                        + " all");
    }
}
