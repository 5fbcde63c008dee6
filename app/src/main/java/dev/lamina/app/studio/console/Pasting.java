package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.KeyEncoder;
import dev.lamina.vmlaunch.screen.Modes;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Pastes text into a guest. A shell would run several lines one after the other at once, so they wait until the user
/// has agreed, unless the program in the guest knows what is pasted.
final class Pasting {
    private final ReadOnlyObjectWrapper<Optional<String>> waiting = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Consumer<byte[]> typed;

    /// @param typed takes what the guest gets
    Pasting(Consumer<byte[]> typed) {
        this.typed = typed;
    }

    /// What waits for the user's word.
    ReadOnlyObjectProperty<Optional<String>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    void paste(String text, Modes modes) {
        if (text.isEmpty()) {
            return;
        }
        if (runs(text) && !modes.bracketedPaste()) {
            waiting.set(Optional.of(text));
        } else {
            typed.accept(KeyEncoder.paste(modes, text));
        }
    }

    /// Whether it has the end of a line: a shell runs what is in front of it.
    private static boolean runs(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    static long lines(String text) {
        return text.lines().count();
    }

    void agree(Modes modes) {
        waiting.get().ifPresent(text -> typed.accept(KeyEncoder.paste(modes, text)));
        waiting.set(Optional.empty());
    }

    /// Pastes it as one line: line ends become blanks.
    void agreeAsOneLine(Modes modes) {
        waiting.get()
                .map(text -> String.join(" ", text.strip().lines().toList()))
                .ifPresent(text -> typed.accept(KeyEncoder.paste(modes, text)));
        waiting.set(Optional.empty());
    }

    void decline() {
        waiting.set(Optional.empty());
    }
}
