package dev.lamina.app.studio.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Whether everything in a window can be read: no text is cut off without a tooltip that has it whole, and every text
/// stands out from what is behind it (WCAG 2.1, 1.4.3: at least 4.5 to 1; what cannot be used now is exempt).
public final class Legibility {
    private static final double CONTRAST = 4.5;

    private final Scene scene;
    private final WritableImage picture;
    private final List<String> faults = new ArrayList<>();

    private Legibility(Scene scene) {
        this.scene = scene;
        this.picture = scene.snapshot(null);
    }

    /// What is wrong, in words; empty when all can be read. On the thread of the window.
    public static List<String> faults(Scene scene) {
        Legibility legibility = new Legibility(scene);
        // What lies under a veil is dimmed on purpose.
        scene.getRoot().lookupAll(".veil").stream()
                .filter(Node::isVisible)
                .findFirst()
                .ifPresentOrElse(legibility::look, () -> legibility.look(scene.getRoot()));
        return legibility.faults;
    }

    private void look(Node node) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled && shortened(labeled)) {
            faults.add("cut off without a tooltip: " + describe(labeled, labeled.getText()));
        }
        if (node instanceof Text text && !text.getText().isBlank() && !isPrompt(text)) {
            contrast(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private static boolean isPrompt(Text text) {
        for (Node at = text; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl input) {
                return input.getText() == null || input.getText().isEmpty();
            }
        }
        return false;
    }

    private static boolean shortened(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isEmpty() || labeled.getWidth() == 0 || hasTooltip(labeled)) {
            return false;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && text.isVisible()
                    && !text.getText().isEmpty()) {
                return !text.getText().equals(whole) && text.getText().endsWith(labeled.getEllipsisString());
            }
        }
        return false;
    }

    /// Of its own or of something that it lies in.
    private static boolean hasTooltip(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            boolean installed = at.getProperties().keySet().stream()
                    .anyMatch(
                            key -> String.valueOf(key).toLowerCase(Locale.ROOT).contains("tooltip"));
            // One tooltip serves all cards of the canvas; it is installed where the pointer is.
            if (installed
                    || at.getStyleClass().contains("canvas-card")
                    || at instanceof Control control && control.getTooltip() != null) {
                return true;
            }
            if (at instanceof ListCell<?>) {
                return false;
            }
        }
        return false;
    }

    private void contrast(Text text) {
        if (!(text.getFill() instanceof Color fill)) {
            return;
        }
        Bounds bounds = seen(text);
        @Nullable Color behind = bounds == null ? null : background(bounds);
        if (behind == null) {
            return;
        }
        double opacity = opacity(text) * fill.getOpacity();
        Color shown = behind.interpolate(Color.color(fill.getRed(), fill.getGreen(), fill.getBlue()), opacity);
        double contrast = contrast(shown, behind);
        if (contrast < CONTRAST) {
            faults.add(String.format(
                    Locale.ROOT,
                    "contrast %.1f of %s on %s: %s",
                    contrast,
                    hex(shown),
                    hex(behind),
                    describe(text, text.getText())));
        }
    }

    /// The part of a text that is in the window and in everything that clips it; null when there is none.
    private @Nullable Bounds seen(Text text) {
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        for (Node at = text.getParent(); at != null; at = at.getParent()) {
            if (at.getClip() != null) {
                Bounds clip = at.localToScene(at.getClip().getBoundsInParent());
                if (!clip.contains(bounds)) {
                    return null; // scrolled out, or half
                }
            }
        }
        boolean inside = bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getMaxX() < picture.getWidth()
                && bounds.getMaxY() < picture.getHeight();
        return inside && bounds.getWidth() >= 1 && bounds.getHeight() >= 1 ? bounds : null;
    }

    /// The colour that most of the field of a text has: letters cover less than half of it.
    private Color background(Bounds bounds) {
        PixelReader pixels = picture.getPixelReader();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = (int) bounds.getMinY(); y < bounds.getMaxY(); y++) {
            for (int x = (int) bounds.getMinX(); x < bounds.getMaxX(); x++) {
                counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
            }
        }
        int most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return Color.rgb(most >> 16 & 0xff, most >> 8 & 0xff, most & 0xff);
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static String hex(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }

    private static String describe(Node node, String text) {
        StringBuilder where = new StringBuilder();
        for (Node at = node; at != null && where.length() < 120; at = at.getParent()) {
            if (!at.getStyleClass().isEmpty()) {
                where.append(" < ").append(String.join(".", at.getStyleClass()));
            }
        }
        return "\"" + text.lines().findFirst().orElse("") + "\"" + where;
    }
}
