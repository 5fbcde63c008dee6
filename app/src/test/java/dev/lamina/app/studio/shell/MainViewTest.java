package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.drop.DropReader;
import dev.lamina.app.studio.files.FileActions;
import dev.lamina.app.studio.files.NoFileChoice;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainViewTest {
    @TempDir
    Path home;

    @Test
    void aFileOpensInATab() throws Exception {
        Path file = Files.writeString(home.resolve("web.yml"), "kernel:\n  image: lamina/kernel\n");
        try (FxBackground background = new FxBackground()) {
            Desk desk = Sessions.desk(home, background);
            Workbench workbench = Window.call(() -> new Workbench(desk));
            try (Window window = Window.show(() -> new MainView(
                            desk,
                            workbench,
                            new FileActions(workbench, new NoFileChoice()).all(),
                            new DropReader(home),
                            new Preferences(new WindowSettings(home.resolve("window.properties")), background),
                            background.running())
                    .root())) {
                Window.run(() -> workbench.open(file));
                Window.until(() -> workbench.current().get().isPresent());
                assertThat(workbench.current().get().orElseThrow().title().get())
                        .isEqualTo("web.yml");
                Window.until(() -> window.scene().getRoot().lookup(".tab") != null);
                dev.lamina.app.studio.testing.Pictures.save(window, "main");
            }
        }
    }
}
