package dev.lamina.app.studio.base;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The clipboard of the desktop. Where there is none, one that only this window has.
public final class FxClipboard implements ClipboardText {
    private String own = "";

    @Override
    public Optional<String> get() {
        try {
            return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
        } catch (UnsupportedOperationException e) {
            return own.isEmpty() ? Optional.empty() : Optional.of(own);
        }
    }

    @Override
    public void put(String text) {
        try {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        } catch (UnsupportedOperationException e) {
            own = text;
        }
    }
}
