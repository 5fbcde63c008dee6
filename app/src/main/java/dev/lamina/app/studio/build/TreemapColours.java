package dev.lamina.app.studio.build;

import dev.lamina.app.studio.look.Probe;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/// The colours of the treemap, which come from the style sheets.
final class TreemapColours {
    private static final double READABLE = 0.179; // luminance at which black and white stand out equally

    private final List<Probe> components = IntStream.range(0, ComponentColours.COUNT)
            .mapToObj(number -> new Probe("size-colour-" + number))
            .toList();
    private final Probe ground = new Probe("size-ground");
    private final Probe text = new Probe("size-text");
    private final Probe selected = new Probe("size-selected");

    /// @param parent gets what the colours are read from as children
    /// @param changed called when the theme is another one
    TreemapColours(Pane parent, Runnable changed) {
        components.forEach(probe -> parent.getChildren().add(probe.node()));
        parent.getChildren().addAll(ground.node(), text.node(), selected.node());
        ground.whenChanged(changed);
        selected.whenChanged(changed);
    }

    private static Color of(Probe probe) {
        return probe.colour(Color.GRAY);
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
