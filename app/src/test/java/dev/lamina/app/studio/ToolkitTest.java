package dev.lamina.app.studio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.studio.testing.Window;
import org.junit.jupiter.api.Test;

/// The one toolkit of these tests runs already; so a start of it fails, as it does where there is no display.
final class ToolkitTest {
    @Test
    void whoeverRunsSomethingHearsThatItDidNotStart() {
        Window.run(() -> {});
        assertThatThrownBy(() -> new Toolkit().run(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Toolkit already initialized");
    }

    @Test
    void alsoWhenItWasBegunBefore() {
        Window.run(() -> {});
        Toolkit toolkit = new Toolkit();
        toolkit.begin();
        toolkit.begin();
        assertThatThrownBy(() -> toolkit.run(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Toolkit already initialized");
    }
}
