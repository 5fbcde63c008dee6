package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ShownTextTest {
    private static final List<String> PIECES =
            List.of("a", "key: ", "\n", "\r\n", "\r", "\t", "ü", "\uD83D\uDE00", "\u2028", "\u0085", "\0", " ");

    private static final LongLines SMALL = new LongLines(24, 3, 8, 2);

    @Test
    void everyLineEndIsShownAsOneLineFeed() {
        ShownText ends = ShownText.of("\uFEFFa\r\nb\rc\nd\r\r\n");
        assertThat(ends.shown()).isEqualTo("a\nb\nc\nd\n\n");
    }

    @Test
    void lineEndsHaveTheNamesThatEditorsUse() {
        assertThat(ShownText.of("a\nb\n").lineEnds()).isEqualTo("LF");
        assertThat(ShownText.of("a\r\nb\r\n").lineEnds()).isEqualTo("CRLF");
        assertThat(ShownText.of("a\rb\r").lineEnds()).isEqualTo("CR");
        assertThat(ShownText.of("a\r\nb\n").lineEnds()).isEqualTo("mixed");
        assertThat(ShownText.of("").lineEnds()).isEqualTo("LF");
    }

    @Test
    void aNewLineInACrlfDocumentEndsWithCrlf() {
        ShownText ends = ShownText.of("\uFEFFa\r\nb\r\n");
        assertThat(ends.replace(new TextChange(1, 0, "x\ny")).document()).isEqualTo("\uFEFFax\r\ny\r\nb\r\n");
        assertThat(ends.replace(new TextChange(0, 2, "")).document()).isEqualTo("\uFEFFb\r\n");
    }

    @Test
    void offsetsMapToTheDocumentAndBack() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            ShownText ends = ShownText.of(text(random));
            for (int offset = 0; offset <= ends.shown().length(); offset++) {
                assertThat(ends.toShown(ends.toDocument(offset))).isEqualTo(offset);
            }
        }
    }

    @Test
    void whateverIsTypedOnlyTouchedPlacesOfTheDocumentChange() {
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            ShownText before = ShownText.of(text(random));
            TextChange change = change(random, before.shown());
            ShownText after = before.replace(change);
            assertThat(after.shown()).isEqualTo(change.in(before.shown()));
            int start = before.toDocument(change.at());
            int end = before.toDocument(change.end());
            assertThat(after.document()).startsWith(before.document().substring(0, start));
            assertThat(after.document()).endsWith(before.document().substring(end));
        }
    }

    @Test
    void severalChangesAreMadeAtOnce() {
        Random random = new Random(3);
        for (int round = 0; round < 3000; round++) {
            ShownText before = ShownText.of(text(random).replace('\r', 'r'));
            List<TextChange> changes = new ArrayList<>();
            String expected = before.shown();
            for (int at = before.shown().length() - 1; at > 0; at -= 3) {
                TextChange change = new TextChange(at, 1, "x\n");
                changes.addFirst(change);
                expected = change.in(expected);
            }
            assertThat(ShownText.of(before.replace(changes)).shown()).isEqualTo(expected);
        }
    }

    @Test
    void theSmallestChangeMakesOneTextOfAnother() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            String before = text(random);
            String after =
                    random.nextBoolean() ? text(random) : change(random, before).in(before);
            String made = TextChange.between(before, after)
                    .map(change -> change.in(before))
                    .orElse(before);
            assertThat(made).isEqualTo(after);
        }
    }

    @Test
    void theSmallestChangeDividesNoCharacter() {
        assertThat(TextChange.between("\uD83D\uDE00", "\uD83D\uDE01")).contains(new TextChange(0, 2, "\uD83D\uDE01"));
        assertThat(TextChange.between("a: 1\nb: 2\n", "a: 1\nc: 3\nb: 2\n")).contains(new TextChange(5, 0, "c: 3\n"));
    }

    @Test
    void placesMoveWithAChange() {
        TextChange change = new TextChange(5, 3, "ab");
        assertThat(List.of(change.moved(2), change.moved(5), change.moved(6), change.moved(8), change.moved(10)))
                .containsExactly(2, 5, 7, 7, 9);
        assertThat(new TextChange(5, 0, "ab").moved(5)).isEqualTo(7);
    }

    @Test
    void longLinesAreShownInPartsAndNothingOfThemIsLost() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            ShownText text = ShownText.of(longText(random), SMALL);
            assertIsWhole(text);
            TextChange change = change(random, text.shown());
            if (!text.divides(change.at(), change.end())) {
                ShownText after = text.replace(change);
                assertThat(after.shown()).isEqualTo(change.in(text.shown()));
                assertThat(after.document())
                        .startsWith(text.document().substring(0, text.toDocument(change.at())))
                        .endsWith(text.document().substring(text.toDocument(change.end())));
                assertIsWhole(after.fit(after.toDocument(change.at())));
                assertThat(after.with(text.document()).document()).isEqualTo(text.document());
            }
            assertIsWhole(text.with(longText(random)));
        }
    }

    @Test
    void everyPlaceOfALongLineCanBeShown() {
        Random random = new Random(12);
        for (int round = 0; round < 3000; round++) {
            ShownText text = ShownText.of(longText(random), SMALL);
            int place = random.nextInt(text.document().length());
            ShownText open = text.open(place);
            assertIsWhole(open);
            int shown = open.toShown(place);
            assertThat(open.hides(shown, shown + 1)).isFalse();
        }
    }

    private static void assertIsWhole(ShownText text) {
        String lines =
                text.document().replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        String shown = text.shown();
        assertThat(text.fits()).isTrue();
        assertThat(text.document(0, shown.length())).isEqualTo(lines);
        StringBuilder without = new StringBuilder(shown);
        text.signs().reversed().forEach(sign -> without.delete(sign.from(), sign.to()));
        assertThat(without.toString().lines().mapToInt(String::length).max().orElse(0))
                .isLessThanOrEqualTo(SMALL.longest());
        assertThat(shown.chars().filter(c -> c == '\n').count())
                .isEqualTo(lines.chars().filter(c -> c == '\n').count());
    }

    private static String longText(Random random) {
        StringBuilder text = new StringBuilder(text(random));
        for (int line = random.nextInt(4); line >= 0; line--) {
            text.append("z\uD83D\uDE00x".repeat(random.nextInt(40))).append(random.nextBoolean() ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static TextChange change(Random random, String shown) {
        int at = random.nextInt(shown.length() + 1);
        int removed = random.nextInt(shown.length() - at + 1);
        StringBuilder inserted = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            inserted.append(random.nextInt(3) == 0 ? "\n" : "x");
        }
        return new TextChange(at, removed, inserted.toString());
    }
}
