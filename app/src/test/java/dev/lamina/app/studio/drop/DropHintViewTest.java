package dev.lamina.app.studio.drop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DropHintViewTest {
    @TempDir
    Path home;

    /// Has no document and says nothing.
    private static final class NoWindow implements DropReceiver {
        @Override
        public void open(Path file) {}

        @Override
        public Optional<DocumentSession> document() {
            return Optional.empty();
        }

        @Override
        public void say(String words) {}

        @Override
        public void imported() {}
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void itSaysWhatWillHappenWhileSomethingHangsOverTheWindow(Theme theme) throws Exception {
        Desk desk = Sessions.desk(home);
        DropViewModel model = new DropViewModel(desk, new DropReader(home), new NoWindow());
        Path motd = Files.writeString(home.resolve("motd"), "hi");
        Path key = Files.writeString(home.resolve("id_ed25519.pub"), "ssh-ed25519 AAAA");
        DropHintView view = Window.call(() -> new DropHintView(model));
        try (Window window = Window.show(() -> new StackPane(new Label("canvas"), view.node()), 900, 500, theme)) {
            assertThat(view.node().isVisible()).isFalse();
            Window.run(() -> model.hover(List.of(motd, key)));
            assertThat(view.node().isVisible()).isTrue();
            Pictures.save(window, "drop-" + theme);
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            Window.run(model::leave);
            assertThat(view.node().isVisible()).isFalse();
        }
    }
}
