package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CanvasPicturesTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void theCanvasIsDrawnInEveryTheme(Theme theme) {
        try (CanvasScene scene = CanvasScene.show(home, CanvasScene.WEB, 960, 760, theme)) {
            Window.run(() -> {
                scene.session().selection().only(List.of(new Place(Lane.SERVICES, 1), new Place(Lane.SERVICES, 3)));
                scene.canvas().requestFocus();
            });
            assertThat(Pictures.save(scene.window(), "canvas-" + theme.name().toLowerCase()))
                    .exists();
        }
    }
}
