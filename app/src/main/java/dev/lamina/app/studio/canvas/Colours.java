package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Lane;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The colours of the theme for what is painted rather than made of nodes: invisible areas get them of the
/// style sheets, like everything else.
final class Colours {
    private final Map<Lane, Region> lanes = new EnumMap<>(Lane.class);
    private final Region selected = probe("minimap-selected");
    private final Region problem = probe("minimap-problem");

    /// @param parent gets the areas as children
    /// @param changed called when the theme is another one
    Colours(Pane parent, Runnable changed) {
        for (Lane lane : Lane.values()) {
            lanes.put(lane, probe("lane-" + lane.key()));
        }
        parent.getChildren().addAll(lanes.values());
        parent.getChildren().addAll(selected, problem);
        selected.backgroundProperty().subscribe(changed);
    }

    private static Region probe(String style) {
        Region region = new Region();
        region.getStyleClass().addAll("colour-probe", style);
        region.setManaged(false);
        region.setVisible(false);
        return region;
    }

    private static Paint of(Region probe) {
        Background background = probe.getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.TRANSPARENT
                : background.getFills().getFirst().getFill();
    }

    Paint lane(Lane lane) {
        Region probe = lanes.get(lane);
        return probe == null ? Color.TRANSPARENT : of(probe);
    }

    Paint selected() {
        return of(selected);
    }

    Paint problem() {
        return of(problem);
    }
}
