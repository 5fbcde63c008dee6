package dev.lamina.app.studio.tour;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Labels;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The card of the tour, over the form, and a frame about the part that is meant. The window can be
/// used beside it.
public final class TourView {
    private static final Texts TEXTS = Texts.of(TourView.class);
    private static final double WIDEST = 400;
    private static final String FRAME = "toured";
    private static final Insets BELOW_THE_TOOLS = new Insets(130, 24, 24, 24);

    private final TourViewModel model;
    private final Label title = Labels.wrapped("", "tour-title");
    private final Label words = Labels.wrapped("");
    private final Label where = new Label();
    private final Button next = new Button();
    private final VBox card = new VBox(8);
    private Optional<Node> framed = Optional.empty();

    public TourView(TourViewModel model) {
        this.model = model;
        where.getStyleClass().add("muted");
        next.getStyleClass().add("accent");
        next.disableProperty().bind(model.done().not());
        next.setOnAction(event -> model.next());
        Button end = new Button(TEXTS.get("end"));
        end.getStyleClass().add("flat");
        end.setOnAction(event -> model.end());
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        HBox buttons = new HBox(8, where, end, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().addAll(title, words, buttons);
        card.getStyleClass().add("tour");
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setMaxWidth(WIDEST);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_RIGHT);
        StackPane.setMargin(card, BELOW_THE_TOOLS);
        model.stop().subscribe(this::show);
        model.failed().subscribe(failed -> model.stop().get().ifPresent(this::say));
    }

    private void show(Optional<Stop> now) {
        card.setVisible(now.isPresent());
        framed.ifPresent(node -> node.getStyleClass().remove(FRAME));
        framed = now.flatMap(Stop::part).flatMap(this::find);
        framed.ifPresent(node -> node.getStyleClass().add(FRAME));
        now.ifPresent(this::say);
    }

    private Optional<Node> find(String part) {
        return card.getScene() == null
                ? Optional.empty()
                : Optional.ofNullable(card.getScene().getRoot().lookup(part));
    }

    private void say(Stop stop) {
        title.setText(TEXTS.get(stop.key() + ".title"));
        words.setText(TEXTS.get(model.failed().get() ? "failed" : stop.key() + ".words"));
        where.setText(TEXTS.get("where", stop.ordinal() + 1, Stop.values().length));
        next.setText(TEXTS.get(stop == Stop.END ? "close" : stop == Stop.WELCOME ? "begin" : "next"));
        card.setAccessibleText(title.getText() + ". " + words.getText());
    }

    public Node node() {
        return card;
    }
}
