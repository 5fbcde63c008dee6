package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.canvas.CanvasBench.Phase;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CanvasBenchTest {
    @TempDir
    Path home;

    @Test
    void itMeasuresEveryGesture() {
        String services = IntStream.range(0, 20)
                .mapToObj("  - name: service-%d\n    image: lamina/httpd\n"::formatted)
                .collect(Collectors.joining());
        String text = "kernel:\n  image: lamina/kernel\nservices:\n" + services;
        AtomicReference<List<Phase>> measured = new AtomicReference<>();
        try (CanvasScene scene = CanvasScene.show(home, text, 1200, 800, Theme.LIGHT)) {
            Window.run(() -> new CanvasBench(scene.canvas(), scene.session(), scene.desk(), 10, measured::set).start());
            Window.until(() -> measured.get() != null);
        }
        assertThat(measured.get()).map(Phase::name).containsExactly("pan", "zoom", "fit", "zoom, all in sight", "drag");
    }
}
