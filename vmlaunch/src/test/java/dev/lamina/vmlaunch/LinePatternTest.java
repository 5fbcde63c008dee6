package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinePatternTest {
    private static Optional<Map<String, String>> match(String pattern, String line) {
        return LinePattern.parse(pattern).match(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            disk full            | the disk full of it         | true
            disk full            | the disk is full            | false
            ^disk                | the disk                    | false
            full$                | full of it                  | false
            ^a{}b$               | a and then b                | true
            ^a{}b$               | a and b, then b             | true
            ^a{}b$               | a and then                  | false
            ^ab{}bc$             | abc                         | false
            {}: denied           | : denied                    | true
            {}: denied           | a denied                    | false
            """)
    void aLineHasTheFormOrNot(String pattern, String line, boolean matches) {
        assertThat(match(pattern, line).isPresent()).isEqualTo(matches);
    }

    @Test
    void gapsTakeWhatStandsUpToTheNextText() {
        assertThat(match("mount of {source} on {target} failed", "x: mount of /dev/vda on /on it failed, failed"))
                .contains(Map.of("source", "/dev/vda", "target", "/on it"));
        assertThat(match("can't open '{path}': {why}", "cat: can't open '/etc/a': No such file"))
                .contains(Map.of("path", "/etc/a", "why", "No such file"));
        assertThat(match("^no such file: {path}$", "no such file: ")).contains(Map.of("path", ""));
        assertThat(match("{} {last}$", "one two three")).contains(Map.of("last", "two three"));
    }

    @Test
    void namesAreThoseOfTheGaps() {
        assertThat(LinePattern.parse("a {x} b {} c {y}").names()).containsExactly("x", "y");
        assertThatThrownBy(() -> LinePattern.parse("a {x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a gap has no end: a {x");
    }
}
