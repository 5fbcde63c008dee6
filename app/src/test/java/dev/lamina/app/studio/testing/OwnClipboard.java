package dev.lamina.app.studio.testing;

import dev.lamina.app.studio.base.ClipboardText;
import java.util.Optional;

/// A clipboard that belongs to one test.
public final class OwnClipboard implements ClipboardText {
    private Optional<String> text = Optional.empty();

    @Override
    public Optional<String> get() {
        return text;
    }

    @Override
    public void put(String words) {
        this.text = Optional.of(words);
    }
}
