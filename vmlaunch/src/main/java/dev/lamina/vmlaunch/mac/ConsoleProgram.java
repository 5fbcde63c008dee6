package dev.lamina.vmlaunch.mac;

import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.process.GuardedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What differs between the hypervisors that are one program for each machine and show its console on a
/// pseudo-terminal which they make.
///
/// The folder in these calls is of this machine alone, has a short path, and is removed at the end with the
/// files in it.
public interface ConsoleProgram {

    /// As users write it, e.g. `HyperKit`.
    String name();

    /// Prepares the files that the program will read, and says how to start it.
    CommandLine prepare(VmSpec spec, Path folder) throws IOException;

    /// Where the console is; empty as long as the program has not said so.
    ///
    /// @param printed what the program printed so far
    Optional<Path> console(VmSpec spec, Path folder, String printed) throws IOException;

    /// Asks the guest to power off, as pressing the button does. It may not listen.
    void pressPower(GuardedProcess process, Path folder) throws IOException;

    /// Whether [#hold] works.
    default boolean canPause() {
        return false;
    }

    /// Holds the guest's processors, or lets them go on.
    default void hold(Path folder, boolean held) throws IOException {
        throw new IOException(name() + " cannot pause a machine");
    }

    /// What an exit code says about a machine that ran, as a sentence; empty for a plain failure.
    Optional<String> meaning(int exitCode);

    /// Why the program ended before it had a console.
    LaminaException explain(int exitCode, String printed);
}
