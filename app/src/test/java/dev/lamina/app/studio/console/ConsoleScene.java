package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A console in a window, with real threads behind it.
final class ConsoleScene implements AutoCloseable {
    private final FxBackground background = new FxBackground();
    private final Desk desk;
    private final ConsoleView view;
    private final Window window;

    ConsoleScene(Path home, double width, double height, Theme theme, Optional<SaveChoice> choice) {
        desk = Sessions.desk(home, background);
        AtomicReference<@Nullable ConsoleView> made = new AtomicReference<>();
        window = Window.show(
                () -> {
                    DocumentSession session = Sessions.session(desk, "");
                    ConsoleView console = new ConsoleView(session, desk, choice);
                    made.set(console);
                    return new StackPane(console.node());
                },
                width,
                height,
                theme);
        view = java.util.Objects.requireNonNull(made.get());
    }

    static ConsoleScene of(Path home) {
        return new ConsoleScene(home, 900, 500, Theme.LIGHT, Optional.empty());
    }

    ConsoleView view() {
        return view;
    }

    ConsoleViewModel model() {
        return view.model();
    }

    Window window() {
        return window;
    }

    Desk desk() {
        return desk;
    }

    void connect(FakeConsole console) {
        Window.run(() -> model().connect(console));
        Window.run(view::focus);
    }

    /// What is painted.
    String text() {
        return Window.call(() -> {
            StringBuilder text = new StringBuilder();
            view.screen()
                    .frame()
                    .get()
                    .ifPresent(frame -> frame.lines()
                            .forEach(line ->
                                    text.append(line.text().stripTrailing()).append('\n')));
            return text.toString().stripTrailing();
        });
    }

    void until(String shown) {
        Window.until(() -> text().contains(shown));
    }

    @Override
    public void close() {
        window.close();
        Window.run(() -> model().connection().ifPresent(Connection::close));
        background.close();
    }
}
