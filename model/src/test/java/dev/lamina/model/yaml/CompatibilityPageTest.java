package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page about LinuxKit's keys and flags names every key, and tests that there are.
class CompatibilityPageTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
    private static final Pattern CASE = Pattern.compile("(?:own|linuxkit)__[a-z0-9_-]+\\*?");
    private static final Pattern ROW = Pattern.compile("\\| (?:same|better|other word|not yet)\\b[^|]*\\|");

    private final String page = Conformance.text(Conformance.checkout().resolve("docs/compatibility.md"));

    private Set<String> found(Pattern pattern, int group) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyOfTheSchemaIsNamed() {
        Set<String> keys = SchemaDump.keys().stream()
                .map(line -> line.replaceAll(" .*", "").replaceAll("[\\[\\]{}]", ""))
                .map(path -> List.of(path.split("\\.(?!add$)")))
                .filter(path -> path.size() <= 3) // what is in resources and runtime is under these words
                .map(List::getLast)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys).hasSizeGreaterThan(40).allMatch(key -> page.contains("`" + key + "`"));
    }

    @Test
    void theTestsThatItNamesAreThere() throws IOException {
        Set<String> tests = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Conformance.checkout())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> tests.add(name.substring(0, name.length() - ".java".length())));
        }

        assertThat(found(TEST, 1)).isNotEmpty().isSubsetOf(tests);
    }

    @Test
    void theCasesThatItNamesAreThere() {
        List<String> names =
                Conformance.cases().stream().map(Conformance.Case::name).toList();

        assertThat(found(CASE, 0))
                .isNotEmpty()
                .allMatch(named -> names.stream()
                        .anyMatch(name -> named.endsWith("*")
                                ? name.startsWith(named.substring(0, named.length() - 1))
                                : name.equals(named)));
    }

    @Test
    void everyRowHasAState() {
        List<String> rows = page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| section or key"))
                .filter(line -> !line.startsWith("| LinuxKit"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(80).allMatch(row -> ROW.matcher(row).find());
    }
}
