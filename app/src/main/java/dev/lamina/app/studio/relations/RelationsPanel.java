package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/// The relations of what is selected, in words: for those who use keys or a screen reader, and for those who want to
/// read. Enter and a double click go to the other end.
final class RelationsPanel {
    private static final Texts TEXTS = Texts.of(RelationsPanel.class);

    private final ListView<Relation> list = new ListView<>();

    RelationsPanel(RelationsViewModel model) {
        list.getStyleClass().add("relations-panel");
        list.setAccessibleText(TEXTS.get("panel"));
        list.setCellFactory(view -> new RelationCell());
        Label nothing = new Label();
        nothing.setWrapText(true);
        nothing.getStyleClass().add("muted");
        nothing.textProperty().bind(model.hint());
        list.setPlaceholder(nothing);
        model.ofSelection().subscribe(relations -> list.getItems().setAll(relations));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                follow(model);
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                follow(model);
            }
        });
    }

    private void follow(RelationsViewModel model) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(model::follow);
    }

    Node node() {
        return list;
    }
}
