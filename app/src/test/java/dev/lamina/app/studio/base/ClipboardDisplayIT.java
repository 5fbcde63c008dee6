package dev.lamina.app.studio.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.testing.Window;
import dev.lamina.app.testing.Needed;
import org.junit.jupiter.api.Test;

/// The clipboard of a real desktop.
final class ClipboardDisplayIT {
    @Test
    void whatIsCopiedIsOnTheClipboardOfTheDesktop() {
        Needed.display();
        FxClipboard clipboard = new FxClipboard();
        Window.run(() -> clipboard.put("services:\n  - name: web\n"));
        assertThat(Window.call(clipboard::get)).contains("services:\n  - name: web\n");
        assertThat(Window.call(
                        () -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .isEqualTo("services:\n  - name: web\n");
    }
}
