package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.Profile;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.validate.Validation;
import dev.lamina.model.validate.Validator;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SarifTest {
    private static final String DOCUMENT = """
        services:
          - name: web
            image: nginx:1.27
            pid: host  # lamina: allow PRV14 until 2999-01-01 because it counts processes
            capabilities: [all]
          - name: web
            image: nginx:1.27
            env: ["ü=𝄞", "B=c\\""]
        """;

    private static Object run(String name) {
        List<SourceText> documents = List.of(new SourceText(name, DOCUMENT));
        Validation validation = new Validator()
                .validate(
                        documents,
                        new CompositionReader().read(documents),
                        SystemFacts.none(Arch.AMD64, LocalDate.of(2026, 1, 31)),
                        Profile.RESTRICTED);
        return list(get(Sarif.of(validation, "0.1.0"), "runs")).getFirst();
    }

    private static Object get(Object object, String key) {
        return Objects.requireNonNull(map(object).get(key), key);
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<Object> list(Object value) {
        return List.copyOf((List<?>) value);
    }

    private static Object in(Object object, String... keys) {
        Object at = object;
        for (String key : keys) {
            at = get(at, key);
        }
        return at;
    }

    private static int number(Object object, String key) {
        return (Integer) get(object, key);
    }

    @Test
    void eachResultNamesARuleThatIsThereOnce() {
        Object run = run("web.yml");
        List<String> rules = list(in(run, "tool", "driver", "rules")).stream()
                .map(rule -> get(rule, "id").toString())
                .toList();

        assertThat(rules).doesNotHaveDuplicates().contains("SCH03", "PRV01", "PRV14");
        assertThat(list(get(run, "results")))
                .hasSizeGreaterThan(rules.size())
                .allSatisfy(result ->
                        assertThat(rules.get(number(result, "ruleIndex"))).isEqualTo(get(result, "ruleId")));
    }

    @Test
    void levelsAndRegionsAreThoseOfTheStandard() {
        assertThat(list(get(run("web.yml"), "results"))).allSatisfy(result -> {
            Object region = in(list(get(result, "locations")).getFirst(), "physicalLocation", "region");

            assertThat(get(result, "level")).isIn("error", "warning", "note");
            assertThat(number(region, "startLine")).isPositive().isLessThanOrEqualTo(number(region, "endLine"));
            assertThat(number(region, "startColumn")).isPositive();
            assertThat(number(region, "endLine") > number(region, "startLine")
                            || number(region, "endColumn") >= number(region, "startColumn"))
                    .isTrue();
        });
    }

    @Test
    void whatAWaiverAllowsIsSuppressed() {
        assertThat(list(get(run("web.yml"), "results")))
                .filteredOn(result -> map(result).containsKey("suppressions"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(get(result, "ruleId")).isEqualTo("PRV14");
                    assertThat(get(result, "suppressions")).isEqualTo(List.of(Map.of("kind", "inSource")));
                });
    }

    @Test
    void filesAreReferences() {
        assertThat(uri("web.yml")).isEqualTo("web.yml");
        assertThat(uri("my systems/a b[1].yml")).isEqualTo("my%20systems/a%20b%5B1%5D.yml");
        assertThat(uri("../web.yml")).isEqualTo("../web.yml");
        assertThat(uri("a:b.yml")).isEqualTo("./a:b.yml");
        assertThat(uri("/home/me/web.yml")).isEqualTo("file:///home/me/web.yml");
        assertThat(uri("C:\\systems\\web.yml")).isEqualTo("file:///C:/systems/web.yml");
        assertThat(uri("https://example.org/web.yml")).isEqualTo("https://example.org/web.yml");
        assertThat(uri("<stdin>")).isEqualTo("%3Cstdin%3E");
    }

    private static Object uri(String name) {
        Object result = list(get(run(name), "results")).getFirst();
        return in(list(get(result, "locations")).getFirst(), "physicalLocation", "artifactLocation", "uri");
    }
}
