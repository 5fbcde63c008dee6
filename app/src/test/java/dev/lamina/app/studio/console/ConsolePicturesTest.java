package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConsolePicturesTest {
    private static final String COLOURS = colours();

    @TempDir
    Path home;

    private static String colours() {
        StringBuilder text = new StringBuilder("\033[1mbold\033[0m \033[2mfaint\033[0m \033[3mitalic\033[0m "
                + "\033[4munderlined\033[0m \033[9mstruck\033[0m \033[7minverse\033[0m\r\n");
        for (int i = 0; i < 16; i++) {
            text.append("\033[38;5;").append(i).append("mcolour").append(i).append("\033[0m ");
        }
        text.append("\r\n");
        for (int i = 0; i < 16; i++) {
            text.append("\033[48;5;").append(i).append("m").append(i).append(" on it \033[0m");
        }
        text.append("\r\n");
        for (int i = 0; i < 80; i++) {
            text.append("\033[48;2;")
                    .append(i * 3)
                    .append(";80;")
                    .append(255 - i * 3)
                    .append("m \033[0m");
        }
        return text + "\r\n┌──────┬━━━━━━┓ ╔═══╦═══╗ ╭───╮ ╱╲ ░▒▓█ ▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉█ ⣿⡇⠋⠙\r\n"
                + "│ one  │ two  ┃ ║ a ║ b ║ │arc│ ╲╱ ▖▗▘▙▚▛▜▝▞▟ ┄┄┄┄ ┊┊ ╌╌╌\r\n"
                + "├──────┼━━━━━━┫ ╠═══╬═══╣ ╰───╯ ╟─╢ ╞═╡ ╒═╕ ╓─╖ ╪╫\r\n"
                + "└──────┴━━━━━━┛ ╚═══╩═══╝ wide: 日本語 한국 é ñ ö ü ß π Ж ✓ → ★\r\n"
                + "\033[36m # \033[0m";
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void everyThemeHasAScreenThatCanBeRead(Theme theme) throws Exception {
        try (ConsoleScene scene = new ConsoleScene(home, 1000, 420, theme, Optional.empty())) {
            FakeConsole console = new FakeConsole();
            scene.connect(console);
            console.print(COLOURS);
            scene.until(" #");
            Window.run(() -> {
                scene.model().find().query().set("colour1");
                scene.model().find().open().set(true);
            });
            Window.until(() -> scene.model().find().found().get().hits().size() == 7);
            Pictures.save(scene.window(), "console-" + theme.name().toLowerCase(Locale.ROOT));
            assertThat(Window.call(() -> Legibility.faults(scene.window().scene())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void nothingIsCutOffInLargeTypeWithEveryBarThatThereIs(Theme theme) {
        try (ConsoleScene scene = new ConsoleScene(home, 900, 700, theme, Optional.empty())) {
            Window.run(() -> scene.window().scene().getRoot().setStyle("-fx-font-size: 26px;"));
            assertThat(Window.call(() -> Legibility.faults(scene.window().scene())))
                    .isEmpty();
            Pictures.save(scene.window(), "console-empty-" + theme.name().toLowerCase(Locale.ROOT));
            FakeConsole console = new FakeConsole();
            scene.connect(console);
            console.print("hello\r\n".repeat(100) + "# ");
            scene.until("#");
            Window.run(() -> {
                scene.model().find().open().set(true);
                scene.model().find().query().set("hello");
                scene.model().scrollBy(-5);
                scene.desk().clipboard().put("one\ntwo");
                scene.model().paste();
            });
            Window.until(() -> scene.model().find().found().get().hits().size() == 100);
            Pictures.save(scene.window(), "console-large-" + theme.name().toLowerCase(Locale.ROOT));
            assertThat(Window.call(() -> Legibility.faults(scene.window().scene())))
                    .isEmpty();
            Window.run(() -> scene.model().ended("The guest powered itself off after it had run for 3 minutes."));
            assertThat(Window.call(() -> Legibility.faults(scene.window().scene())))
                    .isEmpty();
        }
    }
}
