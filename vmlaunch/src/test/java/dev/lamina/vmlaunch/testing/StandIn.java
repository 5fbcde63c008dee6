package dev.lamina.vmlaunch.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Programs of other systems, played by scripts among the tests' resources.
public final class StandIn {
    private StandIn() {}

    /// @param program to be made
    /// @param script in Python, e.g. `/fake/hypervisor.py`
    /// @return the program
    public static Path make(Path program, String script) throws IOException {
        Path python = Stream.of("/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/nowhere"));
        Assumptions.assumeTrue(Files.isExecutable(python), "the stand-ins need python3");
        try (InputStream stream = StandIn.class.getResourceAsStream(script)) {
            if (stream == null) {
                throw new IOException("no " + script + " among the test's resources");
            }
            return Made.program(
                    program, "#!" + python + "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
