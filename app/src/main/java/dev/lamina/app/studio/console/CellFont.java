package dev.lamina.app.studio.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// A font whose characters are all a whole number of pixels wide, and the cells that it fills.
final class CellFont {
    /// Of each system the best that is there without doing anything.
    private static final List<String> FAMILIES = List.of(
            "Cascadia Mono",
            "SF Mono",
            "Menlo",
            "DejaVu Sans Mono",
            "Noto Sans Mono",
            "Ubuntu Mono",
            "Consolas",
            "Liberation Mono",
            "Courier New");

    private static final double TOLERANCE = 0.02;

    /// A guest may print all characters that there are.
    private static final int MOST = 4096;

    private static final String DEEP = "(){}[]|@$/\\_,;jgpqyQ\u00c7\u00e7";

    private final Font regular;
    private final Font bold;
    private final Font italic;
    private final Font boldItalic;
    private final double pixels;
    private final double width;
    private final double height;
    private final double baseline;
    private final CellShapes shapes;
    private final Map<Integer, Boolean> fitting = new HashMap<>();

    /// @param size what is wished for; the font is a little larger or smaller
    /// @param pixels how many pixels of the screen there are to one of the window
    CellFont(double size, double pixels) {
        this.pixels = pixels;
        String family = family();
        double advance = width(Font.font(family, size), "0");
        this.width = Math.max(1, Math.round(advance * pixels)) / pixels;
        double fitted = size * width / advance;
        this.regular = Font.font(family, fitted);
        this.bold = alike(Font.font(family, FontWeight.BOLD, fitted));
        this.italic = alike(Font.font(family, FontPosture.ITALIC, fitted));
        this.boldItalic = alike(Font.font(family, FontWeight.BOLD, FontPosture.ITALIC, fitted));
        Text text = new Text("|");
        text.setFont(regular);
        double tall = text.getLayoutBounds().getHeight();
        double usual = Math.ceil(tall * pixels) / pixels;
        this.baseline = Math.round((text.getBaselineOffset() + (usual - tall) / 2) * pixels) / pixels;
        this.height = Math.max(usual, Math.ceil((baseline + depth(regular)) * pixels) / pixels);
        this.shapes = new CellShapes((int) Math.round(width * pixels), (int) Math.round(height * pixels));
    }

    private static String family() {
        List<String> there = Font.getFamilies();
        return FAMILIES.stream().filter(there::contains).findFirst().orElse("Monospaced");
    }

    private static double width(Font font, String words) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /// How far the deepest characters go below the line. What went below its cell would stay there when it is gone.
    private static double depth(Font font) {
        Text text = new Text(DEEP);
        text.setFont(font);
        text.setBoundsType(TextBoundsType.VISUAL);
        return text.getLayoutBounds().getMaxY();
    }

    /// A variant with other widths would not stand in the cells.
    private Font alike(Font variant) {
        return Math.abs(width(variant, "0") - width) < TOLERANCE ? variant : regular;
    }

    Font of(Ink ink) {
        if (ink.bold()) {
            return ink.italic() ? boldItalic : bold;
        }
        return ink.italic() ? italic : regular;
    }

    Font regular() {
        return regular;
    }

    /// Whether a character has exactly the width of a cell, as those of the font itself have.
    boolean fits(int codePoint) {
        if (fitting.size() >= MOST) {
            fitting.clear();
        }
        return fitting.computeIfAbsent(
                codePoint, key -> Math.abs(width(regular, Character.toString(key)) - width) < TOLERANCE);
    }

    CellShapes shapes() {
        return shapes;
    }

    /// How large a pixel of the screen is.
    double pixel() {
        return 1 / pixels;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /// From the top of a cell to the line that letters stand on.
    double baseline() {
        return baseline;
    }
}
