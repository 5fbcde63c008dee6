package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.Offering;
import dev.lamina.app.studio.files.Offering.Choice;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.look.Icons;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The question that a document has for its user, with a button for each answer: a bar above it rather than a
/// dialog, so that one can still look at the document.
final class OfferingBar {
    private static final Texts TEXTS = Texts.of(OfferingBar.class);

    private final VBox bar = new VBox();
    private Subscription source = Subscription.EMPTY;

    OfferingBar() {
        bar.getStyleClass().add("offering-bar");
        bar.setAccessibleRole(AccessibleRole.PARENT);
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setVisible(false);
    }

    Node node() {
        return bar;
    }

    void follow(Optional<OpenDocument> document) {
        source.unsubscribe();
        source = Subscription.EMPTY;
        bar.setVisible(false);
        document.ifPresent(now -> source = now.offering().subscribe(offering -> show(now, offering)));
    }

    private void show(OpenDocument document, Optional<Offering> offering) {
        bar.getChildren().clear();
        bar.setVisible(offering.isPresent());
        offering.ifPresent(now -> fill(document, now));
    }

    private void fill(OpenDocument document, Offering offering) {
        Label words = new Label(offering.text());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, Icons.of("info", 16), words);
        row.setAlignment(Pos.CENTER_LEFT);
        bar.setAccessibleText(offering.text());
        bar.getChildren().add(row);
        offering.details().ifPresent(text -> row.getChildren().add(details(text)));
        for (Choice choice : offering.choices()) {
            boolean first = choice.equals(offering.choices().getFirst());
            row.getChildren().add(answer(document, choice, first));
        }
    }

    private Node details(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("mono");
        area.setPrefRowCount(12);
        area.setAccessibleText(TEXTS.get("offering.difference"));
        ToggleButton toggle = new ToggleButton(TEXTS.get("offering.difference"));
        toggle.getStyleClass().add("small");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setOnAction(event -> {
            if (toggle.isSelected()) {
                bar.getChildren().add(area);
            } else {
                bar.getChildren().remove(area);
            }
        });
        return toggle;
    }

    private static Node answer(OpenDocument document, Choice choice, boolean first) {
        Button button = new Button(choice.label());
        button.getStyleClass().add("small");
        if (first) {
            button.getStyleClass().add("accent");
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> document.choose(choice));
        return button;
    }
}
