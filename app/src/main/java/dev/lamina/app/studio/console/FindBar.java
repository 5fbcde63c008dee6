package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.IconButton;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar above the screen that finds: Enter goes to the next, Shift+Enter to the one before, Escape closes.
final class FindBar {
    private static final Texts TEXTS = Texts.of(FindBar.class);

    private final ConsoleViewModel console;
    private final Runnable closed;
    private final TextField query = new TextField();
    private final HBox bar = new HBox();

    /// @param closed gives the keyboard back to the screen
    FindBar(ConsoleViewModel console, Runnable closed) {
        this.console = console;
        this.closed = closed;
        query.setPromptText(TEXTS.get("find.query"));
        query.setAccessibleText(TEXTS.get("find.query"));
        query.getStyleClass().add("small");
        query.textProperty().bindBidirectional(console.find().query());
        HBox.setHgrow(query, Priority.SOMETIMES);
        ToggleButton matchCase = new ToggleButton("Aa");
        matchCase.selectedProperty().bindBidirectional(console.find().matchCase());
        matchCase.setTooltip(new Tooltip(TEXTS.get("find.case")));
        matchCase.setAccessibleText(TEXTS.get("find.case"));
        matchCase.getStyleClass().addAll("flat", "small", "console-case");
        matchCase.setMinWidth(Region.USE_PREF_SIZE);
        bar.getChildren()
                .addAll(
                        query,
                        matchCase,
                        button("find.previous", "up", console::findPrevious),
                        button("find.next", "down", console::findNext),
                        message(),
                        button("find.close", "close", this::close));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("console-find");
        bar.managedProperty().bind(bar.visibleProperty());
        bar.visibleProperty().bind(console.find().open());
        bar.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private Node message() {
        Label label = new Label();
        label.textProperty().bind(console.find().message());
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Button button(String key, String icon, Runnable task) {
        return IconButton.of(icon, 14, TEXTS.get(key), task);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            console.findPrevious();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget().equals(query)) {
            console.findNext();
        } else {
            return;
        }
        event.consume();
    }

    Node node() {
        return bar;
    }

    /// Looks for what is selected, when that is a part of one line.
    void open() {
        console.selectedInOneLine().ifPresent(console.find().query()::set);
        console.find().open().set(true);
        query.requestFocus();
        query.selectAll();
    }

    private void close() {
        console.find().open().set(false);
        closed.run();
    }
}
