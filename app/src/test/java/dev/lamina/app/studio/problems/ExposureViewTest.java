package dev.lamina.app.studio.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExposureViewTest {
    @TempDir
    Path home = Path.of("");

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void pictures(Theme theme) throws Exception {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Sessions.session(desk, Samples.SHOP);
        try (Window window = Window.show(
                () -> {
                    BorderPane pane = new BorderPane(new ExposureView(session, desk).node());
                    pane.setBottom(new HBox(
                            16,
                            new ProblemsStatus(new ProblemsView(session, desk).summary(), () -> {}).node(),
                            new ExposureStatus(session, () -> {}).node()));
                    return pane;
                },
                1300,
                420,
                theme)) {
            Pictures.save(window, "exposure-" + theme);
        }
        assertThat(true).isTrue();
    }
}
