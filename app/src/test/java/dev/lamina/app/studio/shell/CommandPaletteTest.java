package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

final class CommandPaletteTest {
    private final List<String> done = new ArrayList<>();

    private Action action(String name) {
        return new Action(
                "test." + name,
                Action.Place.NONE,
                new ReadOnlyStringWrapper(name),
                Optional.empty(),
                Optional.empty(),
                Action.Reach.WINDOW,
                new ReadOnlyStringWrapper(""),
                () -> done.add(name));
    }

    private Window show() {
        List<Action> actions =
                IntStream.range(0, 100).mapToObj(i -> action("command " + i)).toList();
        CommandPalette palette = new CommandPalette(() -> actions);
        Window window = Window.show(() -> new StackPane(palette.node()), 800, 600, Theme.LIGHT);
        Window.run(palette::show);
        return window;
    }

    private static boolean open(Window window) {
        return Window.call(() -> window.scene().getRoot().lookup(".veil").isVisible());
    }

    @Test
    void aCommandIsFoundByAPartOfItsNameAndDone() {
        try (Window window = show()) {
            window.robot().write("d 42").type(KeyCode.ENTER);

            assertThat(done).containsExactly("command 42");
            assertThat(open(window)).isFalse();
        }
    }

    @Test
    void aCommandIsDoneByAClickOnIt() {
        try (Window window = show()) {
            window.robot().clickOn("command 2");

            assertThat(done).containsExactly("command 2");
            assertThat(open(window)).isFalse();
        }
    }

    @Test
    void aClickOnTheScrollBarDoesNone() {
        try (Window window = show()) {
            Node thumb = Window.call(() -> window.scene().getRoot().lookup(".scroll-bar:vertical .thumb"));
            window.robot().clickOn(thumb);

            assertThat(done).isEmpty();
            assertThat(open(window)).isTrue();
        }
    }
}
