package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.ClipboardText;
import dev.lamina.vmlaunch.screen.Line;
import java.util.function.LongFunction;

/// Copies what is selected: at once, unless it is so much that it takes time.
final class Copying {
    private static final int MANY_LINES = 2000;

    private final Background background;
    private final ClipboardText clipboard;

    Copying(Background background, ClipboardText clipboard) {
        this.background = background;
        this.clipboard = clipboard;
    }

    /// @param lines by their numbers, on any thread
    void copy(Selected selected, LongFunction<Line> lines) {
        if (selected.to().line() - selected.from().line() < MANY_LINES) {
            clipboard.put(ScreenText.of(selected, lines));
        } else {
            background.compute(
                    () -> ScreenText.of(selected, lines), clipboard::put, problem -> {}); // it stays as it was
        }
    }
}
