package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Offer;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/// TODO
public final class PaletteView {
    private static final Texts TEXTS = Texts.of(PaletteView.class);

    private final BorderPane pane = new BorderPane();

    /// @param add puts an offer into the document in front
    public PaletteView(Desk desk, Consumer<Offer> add) {
        pane.setCenter(new Label(TEXTS.get("title")));
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return List.of();
    }
}
