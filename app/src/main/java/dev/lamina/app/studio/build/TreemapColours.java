package dev.lamina.app.studio.build;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours of the treemap, read from areas that nobody sees: so they come from the style sheets, like everything
/// else.
final class TreemapColours {
    private static final double READABLE = 0.179; // luminance at which black and white stand out equally

    private final List<Region> components = new ArrayList<>();
    private final Region ground = probe("size-ground");
    private final Region text = probe("size-text");
    private final Region selected = probe("size-selected");

    /// @param parent gets the areas as children
    /// @param changed called when the theme is another one
    TreemapColours(Pane parent, Runnable changed) {
        for (int i = 0; i < ComponentColours.COUNT; i++) {
            components.add(probe("size-colour-" + i));
        }
        parent.getChildren().addAll(components);
        parent.getChildren().addAll(ground, text, selected);
        ground.backgroundProperty().subscribe(changed);
        selected.backgroundProperty().subscribe(changed);
    }

    private static Region probe(String style) {
        Region region = new Region();
        region.getStyleClass().addAll("colour-probe", style);
        region.setManaged(false);
        region.setVisible(false);
        return region;
    }

    private static Color of(Region probe) {
        Background background = probe.getBackground();
        return background != null
                        && !background.getFills().isEmpty()
                        && background.getFills().getFirst().getFill() instanceof Color color
                ? color
                : Color.GRAY;
    }

    Color ground() {
        return of(ground);
    }

    Color text() {
        return of(text);
    }

    Color selected() {
        return of(selected);
    }

    /// @param strength how much of the colour there is over the ground, between 0 and 1
    Color component(int number, double strength) {
        return ground().interpolate(of(components.get(number)), strength);
    }

    /// What can be read best on a colour.
    static Color on(Color ground) {
        double luminance = 0.2126 * linear(ground.getRed())
                + 0.7152 * linear(ground.getGreen())
                + 0.0722 * linear(ground.getBlue());
        return luminance > READABLE ? Color.BLACK : Color.WHITE;
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
