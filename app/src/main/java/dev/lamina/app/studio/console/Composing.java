package dev.lamina.app.studio.console;

import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodRequests;

/// Tells the desktop's input method, with which characters are composed of several keys, where to show what is being
/// composed. What is composed goes to the guest when it is complete.
final class Composing implements InputMethodRequests {
    private final ScreenView screen;

    private Composing(ScreenView screen) {
        this.screen = screen;
    }

    static void install(ScreenView screen, Keyboard keyboard) {
        screen.setInputMethodRequests(new Composing(screen));
        screen.setOnInputMethodTextChanged(event -> {
            keyboard.composed(event.getCommitted());
            event.consume();
        });
    }

    @Override
    public Point2D getTextLocation(int offset) {
        return screen.localToScreen(screen.cursor());
    }

    @Override
    public int getLocationOffset(int x, int y) {
        return 0;
    }

    @Override
    public void cancelLatestCommittedText() {
        // the guest has it already
    }

    @Override
    public String getSelectedText() {
        return "";
    }
}
