package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// The field on a card in which it gets another name. Enter takes the name, and so does leaving the field;
/// Esc does not.
final class NameField {
    private final Pane layer;
    private final Runnable closed;
    private final TextField field = new TextField();
    private Consumer<String> done = name -> {};

    /// @param layer above the view, in its coordinates
    /// @param closed gives the focus back to the canvas
    NameField(Pane layer, Texts texts, Runnable closed) {
        this.layer = layer;
        this.closed = closed;
        field.getStyleClass().add("canvas-name");
        field.setAccessibleText(texts.get("rename.field"));
        field.setManaged(false);
        field.setVisible(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            if (!focused && field.isVisible()) {
                take();
            }
        });
        layer.getChildren().add(field);
    }

    /// @param at the card, in the view
    void open(Rectangle2D at, String name, Consumer<String> taken) {
        done = taken;
        field.setText(name);
        field.setVisible(true);
        double height = Math.max(at.getHeight() / 2, field.prefHeight(-1));
        double width = Math.min(Math.max(at.getWidth(), field.prefHeight(-1) * 5), layer.getWidth());
        field.resizeRelocate(
                Math.clamp(at.getMinX(), 0, Math.max(0, layer.getWidth() - width)), at.getMinY(), width, height);
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
            closed.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            field.setVisible(false);
            closed.run();
            event.consume();
        }
    }

    private void take() {
        field.setVisible(false);
        done.accept(field.getText());
    }
}
