package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// `|` is the caret, and the end of a selection that begins at `^`.
final class TypingTest {

    @Test
    void enterKeepsTheIndentation() {
        assertThat(enter("a:\n  b: c|")).isEqualTo("a:\n  b: c\n  |");
        assertThat(enter("a:|")).isEqualTo("a:\n  |");
        assertThat(enter("  - name: a|")).isEqualTo("  - name: a\n    |");
        assertThat(enter("  - a|\n")).isEqualTo("  - a\n  - |\n");
        assertThat(enter("    contents: ¦|".replace('¦', '>'))).isEqualTo("    contents: >\n      |");
        assertThat(enter("# note|")).isEqualTo("# note\n|");
    }

    @Test
    void enterOnAnEmptyElementEndsTheList() {
        assertThat(enter("    binds:\n      - |")).isEqualTo("    binds:\n    |");
        assertThat(enter("a:\n  - |\nb: 1")).isEqualTo("a:\n|\nb: 1");
    }

    @Test
    void tabGoesToTheNextStep() {
        assertThat(tab("a|")).isEqualTo("a |");
        assertThat(tab("  |")).isEqualTo("    |");
        assertThat(tab("^a\nb|")).isEqualTo("^  a\n  b|");
        assertThat(untab("^  a\n   b|")).isEqualTo("^a\n b|");
        assertThat(untab("    a|")).isEqualTo("  a|");
    }

    @Test
    void backspaceTakesAStepOfTheIndentation() {
        assertThat(backspace("    |a")).contains("  |a");
        assertThat(backspace("   |")).contains("  |");
        assertThat(backspace("  - |")).isEmpty();
        assertThat(backspace(" |a")).isEmpty();
    }

    @Test
    void homeGoesToTheFirstLetterAndBack() {
        assertThat(Indenting.home("a\n  bc", 6)).isEqualTo(4);
        assertThat(Indenting.home("a\n  bc", 4)).isEqualTo(2);
        assertThat(Indenting.home("a\n  bc", 2)).isEqualTo(4);
    }

    @Test
    void commentsAreMadeAndTakenAway() {
        assertThat(comment("  a: 1|")).isEqualTo("  # a: 1|");
        assertThat(comment("  # a: 1|")).isEqualTo("  a: 1|");
        assertThat(comment("^a:\n  b\n|c")).isEqualTo("^# a:\n#   b|\nc");
        assertThat(comment("^#a\n# b|")).isEqualTo("^a\nb|");
    }

    @Test
    void linesMoveAndAreDoubled() {
        assertThat(lines("a\nb|\nc", lines -> lines.moveUp().orElseThrow())).isEqualTo("b|\na\nc");
        assertThat(lines("a\nb|\nc", lines -> lines.moveDown().orElseThrow())).isEqualTo("a\nc\nb|");
        assertThat(WholeLines.of("a\nb", 0, 0).moveUp()).isEmpty();
        assertThat(WholeLines.of("a\nb", 3, 3).moveDown()).isEmpty();
        assertThat(lines("a|\nb", WholeLines::duplicate)).isEqualTo("a\na|\nb");
    }

    private static String enter(String marked) {
        return run(marked, (text, from, to) -> Indenting.enter(text, from, to));
    }

    private static String tab(String marked) {
        return run(marked, (text, from, to) -> Indenting.tab(text, from, to));
    }

    private static String untab(String marked) {
        return run(marked, (text, from, to) -> Indenting.untab(text, from, to));
    }

    private static Optional<String> backspace(String marked) {
        int at = marked.indexOf('|');
        String text = marked.replace("|", "");
        return Indenting.backspace(text, at).map(typed -> marked(text, typed));
    }

    private static String comment(String marked) {
        return lines(marked, WholeLines::toggleComment);
    }

    private static String lines(String marked, Function<WholeLines, Typed> change) {
        return run(marked, (text, from, to) -> change.apply(WholeLines.of(text, from, to)));
    }

    private interface Change {
        Typed of(String text, int from, int to);
    }

    private static String run(String marked, Change change) {
        String text = marked.replace("|", "").replace("^", "");
        int caret = marked.replace("^", "").indexOf('|');
        int anchor = marked.contains("^") ? marked.indexOf('^') : caret;
        return marked(text, change.of(text, anchor, caret));
    }

    private static String marked(String text, Typed typed) {
        StringBuilder after = new StringBuilder(typed.change().in(text)).insert(typed.caret(), '|');
        return typed.anchor() == typed.caret()
                ? after.toString()
                : after.insert(typed.anchor(), '^').toString();
    }
}
