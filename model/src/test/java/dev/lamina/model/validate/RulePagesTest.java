package dev.lamina.model.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.Rule;
import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/rules` says what the rules say. To write the pages anew: -Dlamina.record=true.
final class RulePagesTest {
    private static final Path FOLDER = Conformance.checkout().resolve("docs/rules");

    @Test
    void pagesAreThoseOfTheRules() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", RulesIndex.of(Rules.all()));
        Rules.all().forEach(rule -> pages.put(rule.code() + ".md", RuleText.markdown(rule)));

        if (Boolean.getBoolean("lamina.record")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }

        assertThat(written()).isEqualTo(pages);
    }

    @Test
    void eachRuleSaysEverything() {
        assertThat(Rules.all()).allSatisfy(RulePagesTest::complete);
    }

    private static void complete(Rule rule) {
        assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
        assertThat(rule.what()).endsWith(".");
        assertThat(rule.why()).endsWith(".");
        assertThat(rule.fix()).endsWith(".");
        assertThat(rule.references()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(rule.example()).isNotBlank();
        assertThat(rule.better()).isNotBlank().isNotEqualTo(rule.example());
    }

    private static Map<String, String> written() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }
}
