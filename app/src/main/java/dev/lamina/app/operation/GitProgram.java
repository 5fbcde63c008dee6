package dev.lamina.app.operation;

import dev.lamina.assembler.git.Git;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The user's own git.
public final class GitProgram implements Git {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final ProcessRunner processes;

    public GitProgram(ProcessRunner processes) {
        this.processes = processes;
    }

    @Override
    public Result run(Path folder, List<String> arguments) throws IOException {
        // a repository may name a program to be told of changed files; looking into one is no reason to start it
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString(), "-c", "core.fsmonitor=false"));
        command.addAll(arguments);
        ProcessRunner.Result result = processes.output(new CommandLine(command), TIMEOUT);
        return new Result(result.exitCode(), result.output());
    }
}
