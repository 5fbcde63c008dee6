package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The line at the bottom: what the document in front is like, and what goes on.
final class StatusBar {
    private static final Texts TEXTS = Texts.of(StatusBar.class);

    private final Label state = new Label();
    private final Label counts = new Label();
    private final HBox ofDocument = new HBox(16);
    private final HBox bar = new HBox(16);
    private Subscription source = Subscription.EMPTY;

    /// @param jobs what goes on in the background
    StatusBar(Node jobs) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        whole(state);
        whole(counts);
        ofDocument.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().addAll(state, counts, ofDocument, space, jobs);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("status-bar");
    }

    /// The pointer tells what there is no room for.
    static void whole(Label label) {
        Tooltip all = new Tooltip();
        all.textProperty().bind(label.textProperty());
        label.setTooltip(all);
    }

    Node node() {
        return bar;
    }

    /// @param parts what the views of the document say themselves
    void follow(Optional<DocumentSession> session, List<Node> parts) {
        ofDocument.getChildren().setAll(parts);
        source.unsubscribe();
        source = Subscription.EMPTY;
        if (session.isEmpty()) {
            state.setText(TEXTS.get("status.ready"));
            state.setGraphic(null);
            counts.setText("");
            return;
        }
        DocumentSession now = session.get();
        source = Subscription.combine(
                now.document().subscribe(() -> show(now)), now.reviewed().subscribe(() -> show(now)));
        show(now);
    }

    private void show(DocumentSession session) {
        boolean readable = session.document().get().readable();
        state.setText(TEXTS.get(readable ? "status.inSync" : "status.unreadable"));
        state.setGraphic(Icons.of(readable ? "check" : "severity-error", 14));
        counts.setText(
                TEXTS.get("status.components", Place.all(session.composition()).size()));
    }
}
