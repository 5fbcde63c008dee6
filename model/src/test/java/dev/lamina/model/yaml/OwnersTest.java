package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.lamina.model.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Users and groups that no container gives its name.
final class OwnersTest {
    private static List<Problem> problems(String name, String member) {
        return new CompositionReader()
                .read(List.of(new SourceText("a.yml", """
                    services: [{name: %s, image: a, uid: 0}]
                    %s
                    """.formatted(name, member))))
                .problems();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        onboot: [{name: x, image: a, uid: "33"}]      | write the number without quotes                      | 33
        files: [{path: x, contents: y, uid: "33"}]    | write the number without quotes                      | 33
        onboot: [{name: x, image: a, gid: wbe}]       | did you mean "web"?                                  | web
        files: [{path: x, contents: y, gid: wbe}]     | did you mean "web"?                                  | web
        files: [{path: x, contents: y, gid: nobody}]  | known are %s                                         |
        """)
    void whatWasMeantIsSaid(String member, String hint, String replacement) {
        assertThat(problems("web", member))
                .extracting(Problem::code, Problem::replacement)
                .containsExactly(tuple("SCH07", Optional.ofNullable(replacement)));
        assertThat(problems("web", member).getFirst().hint().orElseThrow()).startsWith(hint.replace("%s", ""));
    }

    @ParameterizedTest
    @CsvSource({"\"w: x\", w; x", "\"true\", tru"})
    void aNameThatNeedsQuotesIsNotWrittenWithout(String name, String near) {
        assertThat(problems(name, "files: [{path: x, contents: y, uid: \"" + near + "\"}]"))
                .extracting(Problem::replacement)
                .containsExactly(Optional.empty());
    }
}
