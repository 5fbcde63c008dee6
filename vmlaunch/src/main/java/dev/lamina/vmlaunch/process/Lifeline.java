package dev.lamina.vmlaunch.process;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.natives.KillOnCloseJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// How a program's life is tied to ours, so that it ends when this process ends, however that happens.
sealed interface Lifeline permits GuardLifeline, JobLifeline {

    static Lifeline ofThisSystem() {
        return Os.current() == Os.WINDOWS ? new JobLifeline(KillOnCloseJob::create) : new GuardLifeline();
    }

    /// What is started for the command.
    ///
    /// @param socketDir removed with the files in it when the program has ended
    List<String> argv(CommandLine command, Path socketDir);

    /// Called at once when the program runs.
    ///
    /// @throws IOException it cannot be tied to us, and was ended
    void tie(Process process, Path socketDir) throws IOException;

    /// Whether the process is a guard that waits for the end of its input.
    boolean hasGuard();
}
