package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where QEMU's installer for Windows says that it put QEMU: the value `Install_Dir` of
/// `HKLM\SOFTWARE\QEMU`.
final class WindowsRegistry {
    private static final Pattern VALUE = Pattern.compile("(?m)^\\s+Install_Dir\\s+REG_SZ\\s+(.*\\S)\\s*$");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ProcessRunner runner;

    WindowsRegistry(ProcessRunner runner) {
        this.runner = runner;
    }

    /// Asks `reg`, as there is nothing of it in Java.
    Optional<Path> qemu() {
        try {
            List<String> words = List.of("reg", "query", "HKLM\\SOFTWARE\\QEMU", "/v", "Install_Dir");
            ProcessRunner.Result result = runner.run(new CommandLine(words), PATIENCE);
            return result.exitCode() == 0 ? folder(result.output()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<Path> folder(String output) {
        Matcher matcher = VALUE.matcher(output);
        try {
            return matcher.find() ? Optional.of(Path.of(matcher.group(1))) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
