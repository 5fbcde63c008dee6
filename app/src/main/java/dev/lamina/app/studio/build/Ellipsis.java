package dev.lamina.app.studio.build;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Shortens texts that are drawn to the room that there is.
final class Ellipsis {
    private static final String DOTS = "…";
    private static final int MOST = 200;

    private final Text measured = new Text();
    private final Map<Character, Double> widths = new HashMap<>();
    private final double dots;

    Ellipsis(Font font) {
        measured.setFont(font);
        dots = width('…');
    }

    /// The sum of the letters' widths: what fonts gain by moving some closer is not needed here.
    private double width(char letter) {
        return widths.computeIfAbsent(letter, key -> {
            measured.setText(String.valueOf(key));
            return measured.getLayoutBounds().getWidth();
        });
    }

    double width(String text) {
        return text.chars().mapToDouble(letter -> width((char) letter)).sum();
    }

    /// The text, or its beginning with dots; empty when there is no room for anything.
    String fit(String text, double room) {
        double used = 0;
        int fits = 0;
        for (int i = 0; i < Math.min(text.length(), MOST); i++) {
            used += width(text.charAt(i));
            if (used > room) {
                return fits < 2 ? "" : text.substring(0, fits).stripTrailing() + DOTS;
            }
            if (used + dots <= room) {
                fits = i + 1;
            }
        }
        return text;
    }
}
