package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.DocumentSession;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the time of the last boot went into, as bars.
public final class BootView {
    private final BorderPane pane = new BorderPane();
    private final StackPane root = new StackPane();

    public BootView(DocumentSession session, ReplayViewModel replay) {
        BootViewModel model = new BootViewModel(session.live());
        ListView<BootRow> list = new ListView<>(model.rows());
        list.setCellFactory(cells -> new BootCell(() -> model.summary().get().whole()));
        list.getStyleClass().addAll("boot-list", "dense");
        list.setAccessibleText(TEXTS.get("boot.list"));
        Label whole = new Label();
        whole.getStyleClass().add("boot-summary");
        whole.setWrapText(true);
        Node empty = empty();
        pane.setTop(new VBox(new ReplayBar(replay).node(), whole));
        pane.setCenter(list);
        root.getChildren().addAll(pane, empty);
        root.getStyleClass().add("boot");
        model.summary().subscribe(summary -> {
            boolean nothing = summary.whole().isZero();
            empty.setVisible(nothing);
            pane.setVisible(!nothing);
            whole.setText(summary.earlier()
                    .map(before -> TEXTS.get(
                            "boot.compared",
                            Times.words(summary.whole()),
                            Times.difference(summary.whole().minus(before))))
                    .orElseGet(() -> TEXTS.get("boot.whole", Times.words(summary.whole()))));
        });
    }

    private static Node empty() {
        Label title = new Label(TEXTS.get("boot.empty.title"));
        title.getStyleClass().add("title-4");
        Label words = new Label(TEXTS.get("boot.empty.words"));
        words.getStyleClass().add("live-muted");
        words.setWrapText(true);
        VBox box = new VBox(8, Icons.of("clock", 28), title, words);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("live-empty");
        return box;
    }

    public Node node() {
        return root;
    }
}
