package dev.lamina.model.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples of the documentation are true.
final class RuleExamplesTest {

    /// What needs no facts can be shown by the document alone.
    static Stream<Rule> rules() {
        return Rules.all().stream().filter(rule -> rule.needs().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void exampleBreaksTheRule(Rule rule) {
        assertThat(codes(rule.example())).contains(rule.code());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void betterDoesNot(Rule rule) {
        assertThat(codes(rule.better())).doesNotContain(rule.code());
    }

    private static List<String> codes(String yaml) {
        List<SourceText> documents = List.of(new SourceText("x.yml", yaml));
        SystemFacts facts = SystemFacts.none(Arch.AMD64, LocalDate.of(2026, 1, 31));
        return new Validator()
                        .validate(documents, new CompositionReader().read(documents), facts, Profile.RESTRICTED)
                        .findings()
                        .stream()
                        .map(Finding::code)
                        .toList();
    }
}
