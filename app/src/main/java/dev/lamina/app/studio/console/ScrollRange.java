package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Texts;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/// The scroll bar beside the screen, from the oldest line that is kept to the end.
final class ScrollRange {
    private static final Texts TEXTS = Texts.of(ScrollRange.class);

    private final ScrollBar bar = new ScrollBar();
    private final ConsoleViewModel console;
    private boolean told;

    ScrollRange(ConsoleViewModel console, ScreenView screen) {
        this.console = console;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(1);
        bar.setFocusTraversable(false);
        bar.setAccessibleText(TEXTS.get("scroll"));
        bar.valueProperty().subscribe(this::moved);
        screen.frame().subscribe(this::show);
    }

    private void show(Optional<Frame> now) {
        told = true;
        try {
            now.ifPresent(this::show);
            bar.setDisable(now.isEmpty() || bar.getMax() <= bar.getMin());
        } finally {
            told = false;
        }
    }

    private void show(Frame frame) {
        double min = (double) frame.screen().oldest();
        double max = Math.max(min, (double) frame.last());
        double rows = console.viewing().rows();
        bar.setMin(min);
        bar.setMax(max);
        bar.setBlockIncrement(rows);
        bar.setVisibleAmount(max > min ? (max - min) * rows / (max - min + rows) : 0);
        bar.setValue((double) frame.top());
    }

    private void moved(Number value) {
        if (!told) {
            console.scrollTo(Math.round(value.doubleValue()));
        }
    }

    ScrollBar node() {
        return bar;
    }
}
