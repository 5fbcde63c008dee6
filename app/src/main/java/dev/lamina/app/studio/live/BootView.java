package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.app.studio.look.Blank;
import dev.lamina.app.studio.session.DocumentSession;
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
        Node empty = Blank.of("clock", TEXTS.get("boot.empty.title"), TEXTS.get("boot.empty.words"));
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

    public Node node() {
        return root;
    }
}
