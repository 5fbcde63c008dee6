package dev.lamina.app.studio.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Characters that are drawn rather than taken from a font, so that frames and bars have no gaps; for one size of
/// cells.
final class CellShapes {
    private final BoxLines lines;
    private final BlockShapes blocks;
    private final Map<Integer, List<CellShape>> made = new HashMap<>();

    /// @param width of a cell in pixels
    CellShapes(int width, int height) {
        this.lines = new BoxLines(width, height, Math.max(1, Math.round(width / 8f)));
        this.blocks = new BlockShapes(width, height);
    }

    static boolean draws(int codePoint) {
        return codePoint >= BoxLines.FIRST && codePoint <= BlockShapes.LAST
                || codePoint >= BlockShapes.BRAILLE && codePoint <= BlockShapes.LAST_BRAILLE;
    }

    List<CellShape> of(int codePoint) {
        return made.computeIfAbsent(codePoint, key -> key <= BoxLines.LAST ? lines.of(key) : blocks.of(key));
    }
}
