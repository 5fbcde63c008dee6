package dev.lamina.app.studio.look;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// An area that nobody sees and that has its background from the style sheets, like everything else: so
/// what is painted on a canvas has the colours of the theme.
public final class Probe {
    private final Region area = new Region();

    /// @param style of the area in style sheets
    public Probe(String style) {
        area.getStyleClass().add(style);
        area.setManaged(false);
        area.setVisible(false);
    }

    /// To be put beside the canvas.
    public Node node() {
        return area;
    }

    /// @param otherwise where the style sheets have no colour for it
    public Color colour(Color otherwise) {
        return Optional.ofNullable(area.getBackground())
                .filter(background -> !background.getFills().isEmpty())
                .map(background -> background.getFills().getFirst().getFill())
                .filter(Color.class::isInstance)
                .map(Color.class::cast)
                .orElse(otherwise);
    }

    /// @param task done when it has another colour: the theme is another one
    public void whenChanged(Runnable task) {
        area.backgroundProperty().subscribe(task);
    }
}
