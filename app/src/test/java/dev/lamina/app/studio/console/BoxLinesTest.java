package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.console.CellShape.Box;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoxLinesTest {
    private static final String RIGHTWARDS = "─━┌├┬┴┼└═╔╠╦╩╬╚╒╓╘╙╟╤╧╪╫╥╨";
    private static final String LEFTWARDS = "─━┐┤┬┴┼┘═╗╣╦╩╬╝╕╖╛╜╢╤╧╪╫╥╨";

    /// The cell as text: `#` where something is drawn.
    private static String draw(int codePoint, int width, int height) {
        boolean[][] on = new boolean[height][width];
        for (CellShape shape : new CellShapes(width, height).of(codePoint)) {
            if (shape instanceof Box box) {
                for (int y = box.y(); y < box.y() + box.height(); y++) {
                    for (int x = box.x(); x < box.x() + box.width(); x++) {
                        on[y][x] = true;
                    }
                }
            }
        }
        StringBuilder text = new StringBuilder();
        for (boolean[] row : on) {
            for (boolean cell : row) {
                text.append(cell ? '#' : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void linesRunThroughTheMiddle() {
        assertThat(draw('┼', 5, 5)).isEqualTo("..#..\n..#..\n#####\n..#..\n..#..\n");
        assertThat(draw('┌', 5, 5)).isEqualTo(".....\n.....\n..###\n..#..\n..#..\n");
    }

    @Test
    void doubleLinesTurnWithAnOuterAndAnInnerCorner() {
        assertThat(draw('╔', 7, 7)).isEqualTo(".......\n.......\n..#####\n..#....\n..#.###\n..#.#..\n..#.#..\n");
        assertThat(draw('╬', 7, 7)).isEqualTo("..#.#..\n..#.#..\n###.###\n.......\n###.###\n..#.#..\n..#.#..\n");
    }

    @Test
    void aSingleLineMeetsTheNearerOfTwoAndReachesTheFartherWhereTheyTurn() {
        assertThat(draw('╤', 7, 7)).isEqualTo(".......\n.......\n#######\n.......\n#######\n...#...\n...#...\n");
        assertThat(draw('╒', 7, 7)).isEqualTo(".......\n.......\n...####\n...#...\n...####\n...#...\n...#...\n");
    }

    /// Whatever the size of the cells, lines reach their edges where those of their neighbours begin.
    @ParameterizedTest
    @CsvSource({"8,16", "7,15", "5,9", "9,18", "12,25", "16,33", "24,48"})
    void neighboursJoin(int width, int height) {
        for (int i = 0; i < RIGHTWARDS.length(); i++) {
            List<String> rows =
                    draw(RIGHTWARDS.charAt(i), width, height).lines().toList();
            assertThat(rows).anyMatch(row -> row.endsWith("#"));
        }
        for (int i = 0; i < LEFTWARDS.length(); i++) {
            List<String> rows = draw(LEFTWARDS.charAt(i), width, height).lines().toList();
            assertThat(rows).anyMatch(row -> row.startsWith("#"));
        }
        assertThat(edge(draw('─', width, height), true)).isEqualTo(edge(draw('┤', width, height), false));
        assertThat(edge(draw('═', width, height), true)).isEqualTo(edge(draw('╣', width, height), false));
        assertThat(edge(draw('┝', width, height), true)).isEqualTo(edge(draw('━', width, height), false));
    }

    private static List<Boolean> edge(String cell, boolean right) {
        return cell.lines()
                .map(row -> row.charAt(right ? row.length() - 1 : 0) == '#')
                .toList();
    }

    @Test
    void everyCharacterIsDrawnInsideItsCell() {
        for (int code = BoxLines.FIRST; code <= BlockShapes.LAST; code++) {
            List<CellShape> shapes = new CellShapes(8, 17).of(code);
            assertThat(shapes).as(Integer.toHexString(code)).isNotEmpty();
            for (CellShape shape : shapes) {
                if (shape instanceof Box box) {
                    assertThat(box.x() >= 0 && box.x() + box.width() <= 8).isTrue();
                    assertThat(box.y() >= 0 && box.y() + box.height() <= 17).isTrue();
                }
            }
        }
    }

    @Test
    void blocksFillTheirCells() {
        assertThat(draw('█', 3, 4)).isEqualTo("###\n###\n###\n###\n");
        assertThat(draw('▄', 3, 4)).isEqualTo("...\n...\n###\n###\n");
        assertThat(draw('▙', 4, 4)).isEqualTo("##..\n##..\n####\n####\n");
    }
}
