package dev.lamina.app.studio.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TestViewTest {
    private static TestView view(Trial trial) {
        return new TestView(new TestViewModel(new DirectBackground(), () -> trial));
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void testsAreDrawnInEveryTheme(Theme theme) {
        try (Window window = Window.show(
                () -> {
                    TestView passed = view(FakeTrial.passing());
                    TestView failed = view(FakeTrial.failing());
                    passed.actions().getFirst().run();
                    failed.actions().getFirst().run();
                    return new VBox(view(FakeTrial.passing()).node(), passed.node(), failed.node());
                },
                1000,
                720,
                theme)) {
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            assertThat(Pictures.save(window, "boottest-" + theme.name().toLowerCase(Locale.ROOT)))
                    .exists();
        }
    }

    @Test
    void theButtonOfAnEmptyPaneBeginsATest() {
        try (Window window =
                Window.show(() -> new StackPane(view(FakeTrial.failing()).node()), 300, 260, Theme.LIGHT)) {
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();

            window.robot().clickOn(".boottest-begin");

            TextArea explanation =
                    window.robot().lookup(".boottest-explanation").query();
            assertThat(explanation.isVisible()).isTrue();
            assertThat(explanation.getText()).startsWith("what failed:\n");
            Button again = window.robot().lookup(".boottest-again").query();
            assertThat(again.isVisible()).isTrue();
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
        }
    }
}
