package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/// What components have to do with each other, in the three forms that it is shown in: curves over the canvas, what
/// their colours mean, and a list in words.
public final class RelationsView {
    private static final Texts TEXTS = Texts.of(RelationsView.class);

    private final RelationsViewModel model;
    private final RelationsOverlay overlay = new RelationsOverlay();
    private final RelationsLegend legend;
    private final RelationsPanel panel;
    private Function<Place, Optional<Bounds>> where = place -> Optional.empty();

    public RelationsView(DocumentSession session, Desk desk) {
        this.model = new RelationsViewModel(session, desk.background());
        this.legend = new RelationsLegend(model);
        this.panel = new RelationsPanel(model);
        model.shown().subscribe(this::draw);
    }

    /// Lies over the cards.
    public RelationsOverlay overlay() {
        return overlay;
    }

    /// Lies in a corner of the canvas; empty while nothing is drawn.
    public Node legend() {
        return legend;
    }

    /// The relations of what is selected, in words.
    public Node panel() {
        return panel.node();
    }

    /// The component under the pointer; set by the canvas.
    public ObjectProperty<Optional<Place>> hovered() {
        return model.hovered();
    }

    /// @param cards the bounds of a card in the coordinates of the overlay
    public void locate(Function<Place, Optional<Bounds>> cards) {
        this.where = cards;
        draw();
    }

    /// Call when cards have moved.
    public void draw() {
        overlay.show(model.shown().get(), where);
    }

    public List<Action> actions() {
        return List.of(ActionBuilder.of("relations.all", Action.Place.VIEW, TEXTS)
                .label(model.all().map(all -> TEXTS.get(all ? "action.relations.all.off" : "action.relations.all")))
                .icon("relations")
                .key("R")
                .whereFocused()
                .does(() -> model.all().set(!model.all().get())));
    }
}
