package dev.lamina.app.studio.quickadd;

import dev.lamina.app.studio.base.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The field, the matches below it, and what the keys do.
final class QuickAddView {
    private static final Texts TEXTS = Texts.of(QuickAddView.class);
    private static final double WIDTH = 460;
    private static final double EDGE = 12;
    private static final int ROWS = 6;

    private final QuickAddViewModel model;
    private final StackPane layer = new StackPane();
    private final VBox box = new VBox();
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private @Nullable Node before;

    /// The key that opens quick add also types its sign, which is not meant for the field.
    private boolean justOpened;

    QuickAddView(QuickAddViewModel model) {
        this.model = model;
        field.setPromptText(TEXTS.get("prompt"));
        field.setAccessibleText(TEXTS.get("prompt"));
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        list.setItems(model.matches());
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new EntryCell(model, this::clicked));
        list.setAccessibleText(TEXTS.get("matches"));
        model.chosen().subscribe(this::showChosen);
        model.matches().subscribe(this::showChosen);
        Label message = new Label();
        message.textProperty().bind(model.message());
        message.getStyleClass().add("quick-add-message");
        message.visibleProperty().bind(model.message().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        message.setWrapText(true);
        Label keys = new Label(TEXTS.get("keys"));
        keys.getStyleClass().addAll("muted", "quick-add-keys");
        keys.setWrapText(true);
        box.getChildren().addAll(field, message, list, keys);
        layer();
    }

    private void layer() {
        box.getStyleClass().add("quick-add");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        box.setMinHeight(Region.USE_PREF_SIZE);
        layer.setOnMousePressed(event -> {
            if (event.getTarget() == layer) {
                model.close();
            }
            event.consume();
        });
        layer.visibleProperty().bind(model.open());
        layer.managedProperty().bind(model.open());
        model.open().subscribe(open -> {
            if (open) {
                field.requestFocus();
            } else if (before != null) {
                before.requestFocus();
                before = null;
            }
        });
    }

    Node node() {
        return layer;
    }

    /// Where the focus comes back to.
    void remember() {
        if (layer.getChildren().isEmpty()) {
            layer.getChildren().add(box); // not while the window opens, which looks for styles even of what is hidden
            layer.applyCss();
        }
        justOpened = true;
        if (!model.open().get() && layer.getScene() != null) {
            before = layer.getScene().getFocusOwner();
        }
    }

    void atTop() {
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        box.setTranslateX(0);
        box.setTranslateY(4 * EDGE);
    }

    /// With the field at the mouse, as far as there is room.
    void at(double x, double y) {
        StackPane.setAlignment(box, Pos.TOP_LEFT);
        double height = box.prefHeight(WIDTH);
        box.setTranslateX(Math.clamp(x, EDGE, Math.max(EDGE, layerWidth() - WIDTH - EDGE)));
        box.setTranslateY(Math.clamp(y, EDGE, Math.max(EDGE, layerHeight() - height - EDGE)));
    }

    private double layerWidth() {
        return layer.getParent() instanceof Pane parent ? parent.getWidth() : layer.getWidth();
    }

    private double layerHeight() {
        return layer.getParent() instanceof Pane parent ? parent.getHeight() : layer.getHeight();
    }

    private void pressed(KeyEvent event) {
        justOpened = false;
        switch (event.getCode()) {
            case ESCAPE -> model.close();
            case ENTER -> model.add(event.isShortcutDown());
            case DOWN -> model.step(1);
            case UP -> model.step(-1);
            case PAGE_DOWN ->
                model.choose(
                        Math.min(model.chosen().get() + ROWS, model.matches().size() - 1));
            case PAGE_UP -> model.choose(Math.max(model.chosen().get() - ROWS, 0));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (justOpened && event.getCharacter().equals("/") && field.getText().isEmpty()) {
            event.consume();
        }
        justOpened = false;
    }

    private void clicked(int number) {
        model.choose(number);
        model.add(false);
    }

    private void showChosen() {
        int chosen = model.chosen().get();
        if (chosen < 0 || chosen >= model.matches().size()) {
            list.getSelectionModel().clearSelection();
            field.setAccessibleHelp("");
            return;
        }
        list.getSelectionModel().select(chosen);
        list.scrollTo(Math.max(0, chosen - ROWS / 2));
        field.setAccessibleHelp(EntryCell.describe(model.matches().get(chosen), model));
    }
}
