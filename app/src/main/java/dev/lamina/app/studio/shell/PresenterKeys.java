package dev.lamina.app.studio.shell;

import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyEvent;

/// The keys of a presenter, which those devices send that one holds in the hand. They count
/// while it is presented.
final class PresenterKeys {
    private final BooleanProperty presenting;
    private final IntConsumer step;

    /// @param step goes on by one, or back by one
    PresenterKeys(BooleanProperty presenting, IntConsumer step) {
        this.presenting = presenting;
        this.step = step;
    }

    void pressed(KeyEvent event) {
        if (!presenting.get()) {
            return;
        }
        switch (event.getCode()) {
            case PAGE_DOWN -> {
                step.accept(1);
                event.consume();
            }
            case PAGE_UP -> {
                step.accept(-1);
                event.consume();
            }
            case ESCAPE -> {
                presenting.set(false);
                event.consume();
            }
            default -> {}
        }
    }
}
