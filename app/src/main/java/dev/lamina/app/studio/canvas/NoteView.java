package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The small sheet beside a card in which its note is written. Ctrl+Enter keeps it, Esc does not.
final class NoteView {
    private static final int LINES = 4;
    private static final int COLUMNS = 24;
    private static final double GAP = 6;

    private final Pane layer;
    private final Texts texts;
    private final Runnable closed;
    private final Label title = new Label();
    private final TextArea area = new TextArea();
    private final VBox sheet;
    private Consumer<String> done = text -> {};
    private boolean opening;

    /// @param layer above the view, in its coordinates
    /// @param closed gives the focus back to the canvas
    NoteView(Pane layer, Texts texts, Runnable closed) {
        this.layer = layer;
        this.texts = texts;
        this.closed = closed;
        title.getStyleClass().add("note-title");
        title.setLabelFor(area);
        area.setPrefRowCount(LINES);
        area.setPrefColumnCount(COLUMNS);
        area.setWrapText(true);
        area.setAccessibleText(texts.get("note.field"));
        Label hint = new Label(texts.get("note.hint"));
        hint.getStyleClass().add("note-hint");
        Button keep = new Button(texts.get("note.keep"));
        keep.getStyleClass().add("accent");
        keep.setOnAction(event -> keep());
        Button cancel = new Button(texts.get("note.cancel"));
        cancel.setOnAction(event -> close());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox buttons = new HBox(between, cancel, keep);
        buttons.getStyleClass().add("note-buttons");
        sheet = new VBox(title, area, hint, buttons);
        sheet.getStyleClass().addAll("canvas-float", "canvas-note");
        sheet.setManaged(false);
        sheet.setVisible(false);
        sheet.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        sheet.addEventFilter(KeyEvent.KEY_RELEASED, event -> opening = false);
        sheet.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (opening) {
                event.consume(); // the letter of the key that opened it
            }
        });
        layer.getChildren().add(sheet);
    }

    /// @param at the card, in the view
    void open(Rectangle2D at, String name, String text, Consumer<String> kept) {
        done = kept;
        opening = true;
        title.setText(texts.get("note.title", name));
        area.setText(text);
        sheet.setVisible(true);
        sheet.applyCss();
        sheet.autosize();
        double below = at.getMaxY() + GAP;
        double top = below + sheet.getHeight() <= layer.getHeight() ? below : at.getMinY() - GAP - sheet.getHeight();
        sheet.relocate(Math.clamp(at.getMinX(), 0, Math.max(0, layer.getWidth() - sheet.getWidth())), Math.max(0, top));
        area.requestFocus();
        area.end();
    }

    private void key(KeyEvent event) {
        opening = false;
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            keep();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void keep() {
        close();
        done.accept(area.getText());
    }

    private void close() {
        sheet.setVisible(false);
        closed.run();
    }
}
