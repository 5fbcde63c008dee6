package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.problem.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TreeLoaderTest {
    /// Lines and columns are counted as everywhere else.
    @ParameterizedTest
    @CsvSource({"a: b\\nc: \\001, 2:4", "a: b\\rc: \\001, 2:4", "a: \uD83D\uDE00 \\001, 1:6", "\uFEFFa: \\001, 1:4"})
    void aCharacterThatYamlDoesNotHaveIsReportedAtItsPlace(String text, String place) {
        List<Problem> problems = new CompositionReader()
                .read(List.of(new SourceText("a.yml", text.translateEscapes())))
                .problems();

        assertThat(problems)
                .extracting(Problem::headline)
                .containsExactly("a.yml:" + place + ": the character U+0001 is not possible in YAML");
    }
}
