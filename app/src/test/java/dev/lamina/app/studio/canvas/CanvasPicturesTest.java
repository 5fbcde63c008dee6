package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.GuestWords;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures to look at.
final class CanvasPicturesTest {
    private static final Place HTTPD = new Place(Lane.SERVICES, 1);

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void theCanvasIsDrawnInEveryTheme(Theme theme) {
        try (CanvasScene scene = CanvasScene.show(home, CanvasScene.WEB, 980, 760, theme)) {
            Window.run(() -> {
                scene.session().selection().only(List.of(HTTPD, new Place(Lane.SERVICES, 3)));
                scene.canvas().requestFocus();
            });
            save(scene, "canvas-" + theme.name().toLowerCase(Locale.ROOT));
            Live live = scene.session().live();
            Window.run(() -> {
                live.begin(Live.Phase.BOOTING);
                live.heard(GuestWords.beginning());
                live.heard(GuestWords.onboot(2.2, "sysctl"));
                live.heard(List.of(
                        GuestWords.event(2.7, "start", "section", "onboot", "name", "dhcp"),
                        GuestWords.service(3, "getty"),
                        GuestWords.died(3.2, "httpd", "bind: Address in use")));
            });
            save(scene, "canvas-live-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void whatHappensOnTheCanvasIsDrawn() {
        try (CanvasScene scene = CanvasScene.show(home, CanvasScene.WEB, 980, 760, Theme.LIGHT)) {
            Window.run(() -> scene.session().selection().only(HTTPD));
            scene.window().robot().drag(scene.middle(HTTPD)).moveTo(scene.at(new Place(Lane.ONBOOT, 1), 0.2));
            save(scene, "canvas-drag");
            scene.window().robot().moveTo(scene.at(new Place(Lane.FILES, 1), 0.5));
            save(scene, "canvas-refused");
            scene.window().robot().type(KeyCode.ESCAPE).drop();
            scene.window().robot().clickOn(scene.middle(HTTPD)).type(KeyCode.F2);
            save(scene, "canvas-rename");
            scene.window().robot().type(KeyCode.ESCAPE).type(KeyCode.N);
            save(scene, "canvas-note");
            scene.window().robot().type(KeyCode.ESCAPE).press(KeyCode.CONTROL).type(KeyCode.F);
            scene.window().robot().release(KeyCode.CONTROL).write("dhc");
            Window.run(() -> scene.session().type(CanvasScene.WEB + "  - {"));
            save(scene, "canvas-find");
        }
    }

    @Test
    void largeFontsAreDrawn() {
        try (CanvasScene scene = CanvasScene.show(home, CanvasScene.WEB, 980, 760, Theme.DARK)) {
            Window.run(() -> scene.window().scene().getRoot().setStyle("-fx-font-size: 26px"));
            save(scene, "canvas-200");
        }
    }

    @Test
    void aNarrowCanvasIsDrawn() {
        try (CanvasScene scene = CanvasScene.show(home, CanvasScene.WEB, 520, 560, Theme.LIGHT)) {
            Window.run(() -> scene.session().selection().only(HTTPD));
            save(scene, "canvas-narrow");
        }
    }

    private static void save(CanvasScene scene, String name) {
        assertThat(Pictures.save(scene.window(), name)).exists();
    }
}
