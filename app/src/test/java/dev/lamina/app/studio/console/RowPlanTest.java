package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.console.Piece.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RowPlanTest {
    private static List<String> plan(String text, int columns, Mark... marks) {
        return RowPlan.of(
                        Screens.of(columns, 2, text).line(0),
                        columns,
                        List.of(marks),
                        new Inks(Palette.LIGHT),
                        character -> character < 0x250,
                        false)
                .stream()
                .map(piece -> piece.column() + "+" + piece.cells() + " " + piece.kind() + " " + piece.text())
                .toList();
    }

    @Test
    void plainTextIsOnePiece() {
        assertThat(plan("hello there", 20)).containsExactly("0+11 TEXT hello there", "11+9 BLANK ");
    }

    @Test
    void aPieceEndsWhereTheStyleEnds() {
        assertThat(plan("ab\033[1mcd\033[0m", 6)).containsExactly("0+2 TEXT ab", "2+2 TEXT cd", "4+2 BLANK ");
    }

    @Test
    void lettersOfTheFontStayTogetherAndOthersStandAlone() {
        assertThat(plan("aé日b", 5)).containsExactly("0+2 TEXT aé", "2+2 FITTED 日", "4+1 TEXT b");
        assertThat(plan("a─e\u0301", 3)).containsExactly("0+1 TEXT a", "1+1 SHAPE ─", "2+1 FITTED e\u0301");
    }

    @Test
    void marksCutPieces() {
        assertThat(plan("abcdef", 6, new Mark(new Span(2, 4), 0xff0000)))
                .containsExactly("0+2 TEXT ab", "2+2 TEXT cd", "4+2 TEXT ef");
    }

    @Test
    void hiddenTextIsNotPainted() {
        assertThat(plan("\033[8msecret", 6)).containsExactly("0+6 BLANK ");
    }

    @Test
    void blanksThatAreUnderlinedAreNotNothing() {
        assertThat(plan("\033[4m   ", 3)).containsExactly("0+3 TEXT    ");
    }

    @Test
    void piecesCoverTheLineWithoutAGap() {
        List<Piece> pieces = RowPlan.of(
                Screens.of(40, 2, "a日\033[31m║═x\033[0m  e\u0301\033[44m ").line(0),
                40,
                List.of(new Mark(new Span(1, 7), 1), new Mark(new Span(3, 30), 2)),
                new Inks(Palette.DARK),
                character -> true,
                false);
        int column = 0;
        for (Piece piece : pieces) {
            assertThat(piece.column()).isEqualTo(column);
            assertThat(piece.kind() == Kind.BLANK).isEqualTo(piece.text().isEmpty());
            column += piece.cells();
        }
        assertThat(column).isEqualTo(40);
    }
}
