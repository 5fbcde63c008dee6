package dev.lamina.icons.build;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;

/// All sizes of the icons on one picture, to look at: on light, on dark and on squares as behind transparent pictures;
/// and the smallest ones with each pixel large enough to see.
final class ContactSheet {
    private static final int GAP = 16;
    private static final int MAGNIFIED = 8;
    private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256);
    private static final int WIDTH =
            SIZES.stream().mapToInt(Integer::intValue).sum() + (SIZES.size() + 3) * GAP + (16 + 24) * MAGNIFIED;
    private static final int ROW = 256 + 2 * GAP;

    private final List<Drawing> drawings;

    ContactSheet(List<Drawing> drawings) {
        this.drawings = drawings;
    }

    Picture picture() {
        Picture sheet = Picture.empty(WIDTH, ROW * 3 * drawings.size());
        Graphics2D pen = sheet.pen();
        int y = 0;
        for (Drawing drawing : drawings) {
            y = row(pen, drawing, y, new Color(0xFF, 0xFF, 0xFF), new Color(0xFF, 0xFF, 0xFF));
            y = row(pen, drawing, y, new Color(0x1C, 0x1E, 0x24), new Color(0x1C, 0x1E, 0x24));
            y = row(pen, drawing, y, new Color(0xFF, 0xFF, 0xFF), new Color(0xCC, 0xCC, 0xCC));
        }
        pen.dispose();
        return sheet;
    }

    private static int row(Graphics2D pen, Drawing drawing, int y, Color even, Color odd) {
        for (int top = 0; top < ROW; top += GAP) {
            for (int left = 0; left < WIDTH; left += GAP) {
                pen.setColor((top + left) / GAP % 2 == 0 ? even : odd);
                pen.fillRect(left, y + top, GAP, GAP);
            }
        }
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        int x = GAP;
        for (int size : SIZES) {
            pen.drawImage(drawing.at(size).image(), x, y + ROW - GAP - size, null);
            x += size + GAP;
        }
        for (int size : List.of(16, 24)) {
            int side = size * MAGNIFIED;
            pen.drawImage(drawing.at(size).image(), x, y + ROW - GAP - side, side, side, null);
            x += side + GAP;
        }
        return y + ROW;
    }
}
