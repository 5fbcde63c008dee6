package dev.lamina.vmlaunch.host;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/// The file that a machine's console goes to.
public final class ConsoleLog {
    private ConsoleLog() {}

    /// Makes the machine's folder and an empty log.
    public static OutputStream open(VmSpec spec) {
        try {
            Files.createDirectories(spec.stateDir());
            return Files.newOutputStream(spec.consoleLog());
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the console log " + spec.consoleLog() + " cannot be written: " + e.getMessage(),
                    "check the permissions of the folder and the space on its disk",
                    e);
        }
    }
}
