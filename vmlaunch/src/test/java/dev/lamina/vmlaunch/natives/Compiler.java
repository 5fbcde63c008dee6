package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.fail;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.process.ProcessRunner.Result;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A C compiler of this machine. Without it a test is passed over with words, or fails where everything must be there
/// (`CI=true`).
record Compiler(String program) {
    static final Path SOURCES = Path.of("src/test/c").toAbsolutePath();

    /// For this system.
    static Compiler own() {
        return needed("gcc");
    }

    /// For Windows, with its headers.
    static Compiler windows() {
        return needed("x86_64-w64-mingw32-gcc");
    }

    private static Compiler needed(String program) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!found && "true".equals(System.getenv("CI"))) {
            fail("there is no " + program);
        }
        Assumptions.assumeTrue(found, "there is no " + program);
        return new Compiler(program);
    }

    /// @return exit code and what it says
    Result run(List<String> options, Path... files) {
        List<String> argv = new ArrayList<>(List.of(program));
        argv.addAll(options);
        Stream.of(files).map(Path::toString).forEach(argv::add);
        try {
            return new ProcessRunner().run(new CommandLine(argv), Duration.ofMinutes(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The sources of the stand-ins.
    static Path[] sources() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".c")).sorted().toArray(Path[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
