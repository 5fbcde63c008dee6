package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Search.Range;
import dev.lamina.app.studio.look.Icons;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The bar above the text that finds and replaces.
final class FindBar {
    private static final Texts TEXTS = Texts.of(FindBar.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FindModel model;
    private final YamlArea area;
    private final TextField query = field("find.query");
    private final TextField replacement = field("find.replacement");
    private final BooleanProperty replacing = new SimpleBooleanProperty();
    private final VBox pane = new VBox();

    FindBar(FindModel model, YamlArea area) {
        this.model = model;
        this.area = area;
        query.textProperty().bindBidirectional(model.query());
        replacement.textProperty().bindBidirectional(model.replacement());
        pane.getStyleClass().add("find-bar");
        pane.managedProperty().bind(model.open());
        pane.visibleProperty().bind(model.open());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.open().subscribe(open -> {
            if (open && pane.getChildren().isEmpty()) {
                pane.getChildren().addAll(first(), second(), message());
            }
        });
        model.query().subscribe((before, now) -> show(model.next(area.from())));
    }

    Region node() {
        return pane;
    }

    private static TextField field(String key) {
        TextField field = new TextField();
        field.setPromptText(TEXTS.get(key));
        field.setAccessibleText(TEXTS.get(key));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMinWidth(60);
        return field;
    }

    private HBox first() {
        return row(
                query,
                toggle("find.case", "Aa", model.matchCase()),
                toggle("find.word", "ab|", model.wholeWord()),
                toggle("find.regex", ".*", model.regex()),
                button("find.previous", "up", this::previous),
                button("find.next", "down", this::next),
                button("find.close", "close", this::close));
    }

    private HBox second() {
        Button one = new Button(TEXTS.get("find.replace"));
        one.setOnAction(event -> replace());
        Button all = new Button(TEXTS.get("find.replaceAll"));
        all.setOnAction(event -> model.replaceAll());
        FlowPane buttons = new FlowPane(one, all);
        buttons.getStyleClass().add("find-buttons");
        buttons.setPrefWrapLength(200);
        HBox row = row(replacement, buttons);
        row.managedProperty().bind(replacing);
        row.visibleProperty().bind(replacing);
        return row;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("find-row");
        return row;
    }

    private Label message() {
        Label label = new Label();
        label.textProperty().bind(model.message());
        label.setWrapText(true);
        label.getStyleClass().add("find-message");
        label.managedProperty().bind(model.message().isNotEmpty());
        model.wrong().subscribe(wrong -> {
            label.pseudoClassStateChanged(WRONG, wrong);
            query.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), wrong);
        });
        return label;
    }

    private static ToggleButton toggle(String key, String text, BooleanProperty on) {
        ToggleButton button = new ToggleButton(text);
        button.selectedProperty().bindBidirectional(on);
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setAccessibleText(TEXTS.get(key));
        button.getStyleClass().addAll("flat", "small", "find-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Button button(String key, String icon, Runnable task) {
        Button button = new Button("", Icons.of(icon, 14));
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setAccessibleText(TEXTS.get(key));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setOnAction(event -> task.run());
        return button;
    }

    private void key(KeyEvent event) {
        boolean taken = true;
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == replacement) {
            replace();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == query) {
            if (event.isShiftDown()) {
                previous();
            } else {
                next();
            }
        } else {
            taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    /// @param replace whether the second row is shown
    void open(boolean replace) {
        String selected = area.getSelectedText();
        replacing.set(replace || (replacing.get() && model.open().get()));
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            model.query().set(selected);
        }
        model.open().set(true);
        query.requestFocus();
        query.selectAll();
    }

    private void close() {
        model.open().set(false);
        area.requestFocus();
    }

    void next() {
        show(model.next(area.to()));
    }

    void previous() {
        show(model.previous(area.from()));
    }

    private void show(Optional<Range> found) {
        found.ifPresent(range -> {
            area.selectRange(range.from(), range.to());
            area.requestFollowCaret();
        });
    }

    private void replace() {
        model.replace(area.from(), area.to())
                .ifPresent(change -> area.apply(Typed.insert(change.at(), change.end(), change.inserted())));
        next();
    }
}
