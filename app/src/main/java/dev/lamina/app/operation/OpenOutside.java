package dev.lamina.app.operation;

import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows something in the desktop's own programs: a folder where files are managed, an address in the browser. Which
/// program that is the desktop knows.
public final class OpenOutside {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Some of these programs end at once and some only when their window is closed. They are to outlive this one, and
    /// one that cannot do it says so soon.
    private static final String BESIDE = """
        "$0" "$1" >/dev/null 2>&1 </dev/null & pid=$!
        for i in 1 2 3 4 5 6 7 8 9 10; do
            kill -0 $pid 2>/dev/null || { wait $pid; exit; }
            sleep 0.1
        done
        """;

    private final OperatingSystem system;
    private final Programs programs;

    /// Runs a program to its end, or as long as it may take.
    public interface Programs {
        Result run(CommandLine command, Duration timeout) throws IOException;
    }

    public OpenOutside(OperatingSystem system, Programs programs) {
        this.system = system;
        this.programs = programs;
    }

    /// Where files are managed.
    ///
    /// @throws InputException there is no such folder
    /// @throws EnvironmentException the desktop has no program for it
    public void folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no folder " + folder, "build first");
        }
        // Explorer ends with 1 also when it has shown the folder.
        open(folder.toAbsolutePath().toString(), system == OperatingSystem.WINDOWS);
    }

    /// Only addresses of the web that are encrypted, and ports of this computer: whatever else an address can name
    /// stays closed.
    ///
    /// @throws InputException it is another kind of address
    /// @throws EnvironmentException the desktop has no program for it
    public void link(URI address) {
        boolean encrypted = "https".equals(address.getScheme()) && address.getHost() != null;
        boolean here = "http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost());
        if (!encrypted && !here) {
            throw new InputException("'" + address + "' is no address of a page", null);
        }
        open(address.toASCIIString(), system == OperatingSystem.WINDOWS);
    }

    private void open(String what, boolean anyCode) {
        CommandLine command = new CommandLine(
                switch (system) {
                    case LINUX -> List.of("sh", "-c", BESIDE, "xdg-open", what);
                    case MACOS -> List.of("open", what);
                    case WINDOWS -> List.of("explorer", what);
                });
        try {
            Result result = programs.run(command, PATIENCE);
            if (result.exitCode() != 0 && !anyCode) {
                throw cannot(what, null);
            }
        } catch (IOException e) {
            throw cannot(what, e);
        }
    }

    private static EnvironmentException cannot(String what, @Nullable IOException cause) {
        return new EnvironmentException(
                "this desktop opens nothing for " + what, "copy it and open it yourself", cause);
    }
}
