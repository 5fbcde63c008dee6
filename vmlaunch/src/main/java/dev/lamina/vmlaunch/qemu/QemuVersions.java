package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks each QEMU for its version, and again when there is another one in its place.
final class QemuVersions {
    private static final Pattern VERSION = Pattern.compile("version (\\d+(?:\\.\\d+)+)");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ProcessRunner runner;
    private final Map<Path, QemuBinary> known = new ConcurrentHashMap<>();

    QemuVersions(ProcessRunner runner) {
        this.runner = runner;
    }

    QemuBinary inspect(Path program) {
        long modified = modified(program);
        return known.compute(
                program,
                (path, before) -> before != null && before.modified() == modified
                        ? before
                        : new QemuBinary(path.toAbsolutePath(), version(path), modified));
    }

    private String version(Path program) {
        try {
            Matcher matcher =
                    VERSION.matcher(runner.run(new CommandLine(List.of(program.toString(), "--version")), TIMEOUT)
                            .output());
            return matcher.find() ? matcher.group(1) : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static long modified(Path program) {
        try {
            return Files.getLastModifiedTime(program).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
