package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {
    private final CompositionReader reader = new CompositionReader();

    @TestFactory
    Stream<DynamicTest> badInputsAreFoundWhereAndAsExpected() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Conformance.folder().resolve("bad"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yml"))
                    .sorted()
                    .toList()) {
                Properties expected = new Properties();
                expected.load(Files.newBufferedReader(Path.of(file.toString().replace(".yml", ".expect"))));
                tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> bad(file, expected)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private void bad(Path file, Properties expected) {
        Instant start = Instant.now();
        List<Problem> problems = reader.read(
                        List.of(new SourceText(file.getFileName().toString(), Conformance.text(file))))
                .problems();
        if (expected.getProperty("stage").equals("build")) {
            assertThat(problems).isEmpty();
            return;
        }
        assertThat(problems).isNotEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(problems).anyMatch(problem -> fits(problem, expected));
    }

    private static boolean fits(Problem problem, Properties expected) {
        String text = problem.message() + " " + problem.hint().orElse("");
        boolean mentioned = Arrays.stream(expected.getProperty("mentions", "").split(","))
                .allMatch(word ->
                        text.contains(word) || text.toLowerCase(Locale.ROOT).contains(word));
        if (!expected.containsKey("line")) {
            return mentioned;
        }
        String place = problem.span().line() + ":" + problem.span().column();
        List<String> places =
                new ArrayList<>(List.of(expected.getProperty("also", "").split(",")));
        places.add(expected.getProperty("line") + ":" + expected.getProperty("column"));
        return mentioned && places.contains(place);
    }

    @TestFactory
    Stream<DynamicTest> goodCompositionsHaveNoProblems() {
        return Conformance.cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(),
                        () -> assertThat(reader.read(each.documents()).problems())
                                .isEmpty()));
    }

    @Test
    void theTableHasTheKeysOfLinuxKitsSchema() {
        String schema = Conformance.text(Conformance.folder().resolve("linuxkit-schema.json"));
        assertThat(SchemaDump.keys(new TreeLoader(new SourceText("schema", schema), new Problems())
                        .load()
                        .orElseThrow()))
                .isEqualTo(SchemaDump.keys());
    }
}
