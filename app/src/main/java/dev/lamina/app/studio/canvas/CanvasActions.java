package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import java.util.List;

/// What the view menu has for the canvas.
final class CanvasActions {
    static final double STEP = 1.25;

    private final Action zoomIn;
    private final Action zoomOut;
    private final Action actualSize;
    private final Action fit;
    private final Action minimap;
    private final Action find;
    private final Action add;

    /// @param adding asks what to add
    CanvasActions(Viewport viewport, Texts texts, Runnable toggleMinimap, Runnable finding, Runnable adding) {
        zoomIn = of("canvas.zoomIn", Action.Place.VIEW, texts)
                .icon("zoom-in")
                .key("Shortcut+Plus")
                .does(() -> viewport.zoom(STEP));
        zoomOut = of("canvas.zoomOut", Action.Place.VIEW, texts)
                .icon("zoom-out")
                .key("Shortcut+Minus")
                .does(() -> viewport.zoom(1 / STEP));
        actualSize = of("canvas.actualSize", Action.Place.VIEW, texts)
                .key("Shortcut+0")
                .does(viewport::reset);
        fit = of("canvas.fit", Action.Place.VIEW, texts)
                .icon("fit")
                .key("Shift+1")
                .does(viewport::fit);
        minimap = of("canvas.minimap", Action.Place.VIEW, texts)
                .icon("minimap")
                .key("Alt+M")
                .does(toggleMinimap);
        find = of("canvas.find", Action.Place.VIEW, texts)
                .icon("search")
                .key("Shortcut+F")
                .does(finding);
        add = of("canvas.add", Action.Place.COMPONENT, texts)
                .icon("add")
                .key("Slash")
                .does(adding);
    }

    private static ActionBuilder of(String id, Action.Place menu, Texts texts) {
        return ActionBuilder.of(id, menu, texts).whereFocused();
    }

    Action zoomIn() {
        return zoomIn;
    }

    Action zoomOut() {
        return zoomOut;
    }

    Action actualSize() {
        return actualSize;
    }

    Action fit() {
        return fit;
    }

    Action add() {
        return add;
    }

    List<Action> all() {
        return List.of(add, zoomIn, zoomOut, actualSize, fit, minimap, find);
    }
}
