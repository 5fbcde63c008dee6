package dev.lamina.app.studio.console;

import dev.lamina.app.studio.console.CellShape.Box;
import java.util.ArrayList;
import java.util.List;

/// Unicode's block elements (U+2580 to U+259F) and braille patterns (U+2800 to U+28FF) for one size of cells: what
/// programs draw bars and curves with. Blocks fill their cells to the edge.
final class BlockShapes {
    static final int FIRST = 0x2580;
    static final int LAST = 0x259f;
    static final int BRAILLE = 0x2800;
    static final int LAST_BRAILLE = 0x28ff;

    /// Upper left 1, upper right 2, lower left 4, lower right 8: of U+2596 and what follows.
    private static final int[] QUARTERS = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

    /// The bits of the dots, row by row.
    private static final int[] DOTS = {0, 3, 1, 4, 2, 5, 6, 7};

    private final int width;
    private final int height;

    BlockShapes(int width, int height) {
        this.width = width;
        this.height = height;
    }

    List<CellShape> of(int codePoint) {
        if (codePoint >= BRAILLE) {
            return dots(codePoint - BRAILLE);
        }
        int which = codePoint - FIRST;
        if (which == 0) {
            return List.of(part(0, 0, 8, 4));
        }
        if (which <= 8) {
            return List.of(part(0, 8 - which, 8, 8));
        }
        if (which <= 15) {
            return List.of(part(0, 0, 16 - which, 8));
        }
        return switch (which) {
            case 16 -> List.of(part(4, 0, 8, 8));
            case 17, 18, 19 -> List.of(new Box(0, 0, width, height, (which - 16) / 4.0));
            case 20 -> List.of(part(0, 0, 8, 1));
            case 21 -> List.of(part(7, 0, 8, 8));
            default -> quarters(QUARTERS[which - 22]);
        };
    }

    /// In eighths of the cell.
    private Box part(int left, int top, int right, int bottom) {
        int x = Math.round(width * left / 8f);
        int y = Math.round(height * top / 8f);
        int endX = Math.max(x + 1, Math.round(width * right / 8f));
        int endY = Math.max(y + 1, Math.round(height * bottom / 8f));
        return new Box(x, y, endX - x, endY - y, 1);
    }

    private List<CellShape> quarters(int bits) {
        List<CellShape> shapes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if ((bits >> i & 1) == 1) {
                int left = i % 2 * 4;
                int top = i / 2 * 4;
                shapes.add(part(left, top, left + 4, top + 4));
            }
        }
        return shapes;
    }

    private List<CellShape> dots(int bits) {
        List<CellShape> shapes = new ArrayList<>();
        int size = Math.max(1, Math.min(width / 4, height / 8));
        for (int i = 0; i < DOTS.length; i++) {
            if ((bits >> DOTS[i] & 1) == 1) {
                int x = width * (1 + 2 * (i % 2)) / 4 - size / 2;
                int y = height * (1 + 2 * (i / 2)) / 8 - size / 2;
                shapes.add(new Box(x, y, size, size, 1));
            }
        }
        return shapes;
    }
}
