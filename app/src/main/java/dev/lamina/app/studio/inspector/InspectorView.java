package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/// TODO
public final class InspectorView {
    private static final Texts TEXTS = Texts.of(InspectorView.class);

    private final BorderPane pane = new BorderPane();

    public InspectorView(DocumentSession session, Desk desk) {
        Label label = new Label();
        label.textProperty().bind(session.text().length().asString(TEXTS.get("title") + " %d"));
        pane.setCenter(label);
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return List.of();
    }
}
