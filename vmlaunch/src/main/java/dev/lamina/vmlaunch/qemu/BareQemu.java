package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// QEMU without Lamina around it, to compare with: the same machine, whose monitor is on standard input and output and
/// whose other channels lead nowhere.
public final class BareQemu {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String LET_IT_RUN = """
        {"execute":"qmp_capabilities"}
        {"execute":"cont"}
        """;
    private static final String RUNS = "\"RESUME\"";

    private final ProcessRunner runner;

    public BareQemu(ProcessRunner runner) {
        this.runner = runner;
    }

    /// Starts it and ends it when its processor runs.
    ///
    /// @param command that Lamina has started, without shared folders
    /// @return from before the start of the process
    public Duration untilFirstInstruction(CommandLine command) throws IOException {
        return runner.timeUntil(alone(command), LET_IT_RUN, RUNS, TIMEOUT);
    }

    static CommandLine alone(CommandLine command) {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : command.argv()) {
            words.add(before.equals("-chardev") ? chardev(word) : word);
            before = word;
        }
        return new CommandLine(words);
    }

    private static String chardev(String word) {
        if (word.startsWith("socket,id=qmp,")) {
            return "stdio,id=qmp";
        }
        return word.replaceFirst("^socket,(id=[^,]*),.*", "null,$1");
    }
}
