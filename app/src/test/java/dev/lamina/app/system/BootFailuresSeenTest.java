package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the table of boot failures says about where they are seen is true.
final class BootFailuresSeenTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)`.* \\| BootFailuresIT \\|$");
    private static final Pattern EXPLAINED = Pattern.compile("^[a-z][^:]*: ([a-z-]+)(, fatal)?$");

    @Test
    void eachFailureThatIsSeenInARealBootIsInAGoldenFileOfOne() throws IOException {
        Set<String> claimed;
        try (Stream<String> page = Files.lines(Conformance.checkout().resolve("docs/boot-failures.md"))) {
            claimed = found(ROW, page);
        }
        Set<String> seen = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/boot-failures"))) {
            for (Path file : files.toList()) {
                seen.addAll(found(EXPLAINED, Files.readAllLines(file).stream()));
            }
        }
        assertThat(seen).isEqualTo(claimed);
    }

    private static Set<String> found(Pattern pattern, Stream<String> lines) {
        return lines.flatMap(line -> pattern.matcher(line).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
