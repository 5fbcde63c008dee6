package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HighlighterTest {

    @Test
    void keysValuesAndCommentsAreFound() {
        assertThat(kinds("    image: lamina/httpd # main"))
                .containsExactly("key image", "punctuation :", "image lamina/httpd", "comment # main");
        assertThat(kinds("  - readonly: true"))
                .containsExactly("punctuation -", "key readonly", "punctuation :", "truth true");
        assertThat(kinds("mode: \"0644\"")).containsExactly("key mode", "punctuation :", "text \"0644\"");
        assertThat(kinds("oomScoreAdj: -999")).containsExactly("key oomScoreAdj", "punctuation :", "number -999");
    }

    @Test
    void valuesInBracketsAreFound() {
        assertThat(kinds("a: [CAP_NET_ADMIN, {b: 1, c: \"x, y\"}]"))
                .containsExactly(
                        "key a",
                        "punctuation :",
                        "punctuation [",
                        "capability CAP_NET_ADMIN",
                        "punctuation ,",
                        "punctuation {",
                        "key b",
                        "punctuation :",
                        "number 1",
                        "punctuation ,",
                        "key c",
                        "punctuation :",
                        "text \"x, y\"",
                        "punctuation }",
                        "punctuation ]");
    }

    @Test
    void notesAnchorsAndMarkersAreFound() {
        assertThat(kinds("# note: ask Ada")).containsExactly("note # note: ask Ada");
        assertThat(kinds("a: &base")).containsExactly("key a", "punctuation :", "anchor &base");
        assertThat(kinds("<<: *base")).containsExactly("key <<", "punctuation :", "anchor *base");
        assertThat(kinds("--- # next")).containsExactly("marker ---", "comment # next");
    }

    @Test
    void aBlockIsTextUntilItsIndentationEnds() {
        assertThat(
                        kinds(
                                "files:\n  - path: x\n    contents: |\n      key: value\n\n      # no comment\n    mode: \"1\""))
                .endsWith(
                        "punctuation |",
                        "text key: value",
                        "text # no comment",
                        "key mode",
                        "punctuation :",
                        "text \"1\"");
    }

    @Test
    void textInQuotesGoesOnOverLines() {
        assertThat(kinds("a: \"one\n  two: # three\n  four\"\nb: 1"))
                .containsExactly(
                        "key a",
                        "punctuation :",
                        "text \"one",
                        "text   two: # three",
                        "text   four\"",
                        "key b",
                        "punctuation :",
                        "number 1");
    }

    @Test
    void imagesOfTheInitAreFoundWithoutAKey() {
        assertThat(kinds("init:\n  - lamina/init")).endsWith("image lamina/init");
    }

    @Test
    void statesOfLinesFollowChanges() {
        List<String> text = new ArrayList<>(List.of("a: |", "  b: 1", "c: 2"));
        LineStates states = new LineStates(lines(text));
        assertThat(states.tokens(1)).extracting(Token::kind).containsExactly(Token.Kind.TEXT);
        text.set(0, "a:");
        states.changed(0);
        assertThat(states.tokens(1)).extracting(Token::kind).contains(Token.Kind.KEY);
    }

    @Test
    void piecesLieWithinTheLineInOrderWhateverTheTextIs() {
        Random random = new Random(11);
        String letters = "ab:-#[]{},\"'|>&*!? \t\n\u2028\uD83D\uDE00\0.0%@`";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Lines lines = Lines.of(text.toString());
            LineStates states = new LineStates(lines);
            for (int line = 0; line < lines.count(); line++) {
                int at = 0;
                for (Token token : states.tokens(line)) {
                    assertThat(token.from()).isGreaterThanOrEqualTo(at);
                    assertThat(token.to()).isGreaterThan(token.from());
                    at = token.to();
                }
                assertThat(at).isLessThanOrEqualTo(lines.line(line).length());
            }
        }
    }

    @Test
    void hugeTextsTakeNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String hostile : Hostile.texts()) {
                Lines lines = Lines.of(hostile);
                LineStates states = new LineStates(lines);
                states.at(lines.count() - 1);
                Folding.components(lines);
                int last = lines.count() - 1;
                CaretPlace.path(lines, last, lines.line(last).length());
            }
        });
    }

    private static Lines lines(List<String> text) {
        return new Lines() {
            @Override
            public int count() {
                return text.size();
            }

            @Override
            public String line(int number) {
                return text.get(number);
            }
        };
    }

    private static List<String> kinds(String text) {
        Lines lines = Lines.of(text);
        LineStates states = new LineStates(lines);
        List<String> found = new ArrayList<>();
        for (int line = 0; line < lines.count(); line++) {
            String whole = lines.line(line);
            states.tokens(line)
                    .forEach(token -> found.add(token.kind().styleClass().substring("yaml-".length()) + " "
                            + whole.substring(token.from(), token.to())));
        }
        return found;
    }
}
