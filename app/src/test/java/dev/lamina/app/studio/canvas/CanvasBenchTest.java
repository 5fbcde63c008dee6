package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.canvas.CanvasBench.Phase;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

final class CanvasBenchTest {
    @TempDir
    Path home;

    @Test
    void itMeasuresEveryGesture() {
        int cards = Integer.getInteger("lamina.bench.cards", 60);
        String services = IntStream.range(0, cards)
                .mapToObj(i ->
                        "  - name: service-%d\n    image: lamina/%s\n".formatted(i, i % 2 == 0 ? "httpd" : "getty"))
                .collect(Collectors.joining());
        String text = "kernel:\n  image: lamina/kernel\nservices:\n" + services;
        AtomicReference<List<Phase>> measured = new AtomicReference<>();
        try (CanvasScene scene = CanvasScene.show(home, text, 1200, 800, Theme.LIGHT)) {
            Window.run(() ->
                    new CanvasBench(scene.canvas(), scene.session(), scene.desk(), clock(), measured::set).start());
            int patience = 20 * cards / 60;
            for (int i = 0; i < patience && measured.get() == null; i++) {
                WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
            }
            if (cards > 60) {
                measured.get().forEach(System.out::println);
                Window.run(scene.canvas().viewport()::fit);
                Window.until(() -> true);
                Pictures.save(scene.window(), "canvas-many");
            }
        }
        assertThat(measured.get()).map(Phase::name).containsExactly("pan", "zoom", "fit", "zoom, all in sight", "drag");
    }

    /// What the threads that draw used of the processors, for a computer that does other things too.
    private static LongSupplier clock() {
        if (!Boolean.getBoolean("lamina.bench.cpu")) {
            return System::nanoTime;
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> drawing = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("JavaFX Application Thread|QuantumRenderer.*"))
                .map(Thread::threadId)
                .toList();
        return () -> drawing.stream().mapToLong(threads::getThreadCpuTime).sum();
    }
}
