package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/// TODO
public final class ProblemsView {
    private static final Texts TEXTS = Texts.of(ProblemsView.class);

    private final BorderPane pane = new BorderPane();

    public ProblemsView(DocumentSession session, Desk desk) {
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
