package dev.lamina.app.studio;

import dev.lamina.app.operation.BenchValidate;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.base.FxClipboard;
import dev.lamina.app.studio.canvas.CanvasBench;
import dev.lamina.app.studio.canvas.CanvasView;
import dev.lamina.app.studio.editor.SyncBench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.palette.PaletteBench;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.model.edit.Document;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Measures the window with a large document: frames of the canvas, then the way from keys and gestures to everything
/// else. Ends by itself.
final class WindowBench {
    private static final int ENTRIES = 10_000;
    private static final int SEARCHES = 100;

    private final Operations operations;
    private final int components;
    private final int runs;

    WindowBench(Operations operations, int components, int runs) {
        this.operations = operations;
        this.components = components;
        this.runs = runs;
    }

    WindowFigures run() {
        // Frames as fast as they come, not as fast as a screen shows them.
        System.setProperty("javafx.animation.fullspeed", "true");
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<@Nullable WindowFigures> figures = new AtomicReference<>();
        Platform.startup(() -> begin(found -> {
            figures.set(found);
            done.countDown();
        }));
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return Objects.requireNonNull(figures.get(), "interrupted");
    }

    private void begin(Consumer<WindowFigures> done) {
        FxBackground background = new FxBackground();
        Desk desk = new Desk(operations, background, new FxClipboard(), new Dragging(), Clock.systemUTC());
        DocumentSession session = new DocumentSession(
                Document.of(BenchValidate.text(components, 0)),
                operations.liveReview()::review,
                background,
                desk.clock());
        CanvasView canvas = new CanvasView(session, desk);
        Stage stage = new Stage();
        show(stage, new StackPane(canvas.node()));
        new CanvasBench(canvas, session, desk, phases -> {
                    List<WindowFigures.Frames> frames = phases.stream()
                            .map(phase -> new WindowFigures.Frames(
                                    phase.name(), phase.median(), phase.p99(), phase.longest()))
                            .toList();
                    sync(stage, desk, frames, found -> {
                        stage.close();
                        background.close();
                        done.accept(found);
                    });
                })
                .start();
    }

    private void sync(Stage stage, Desk desk, List<WindowFigures.Frames> frames, Consumer<WindowFigures> done) {
        SyncBench sync = new SyncBench(desk, components);
        show(stage, sync.node());
        sync.start(Math.max(5, runs / 4), runs, result -> {
            PaletteBench.Measured search = PaletteBench.search(ENTRIES, SEARCHES);
            done.accept(new WindowFigures(
                    components, frames, result.typed(), result.read(), result.applied(), search.median(), ENTRIES));
        });
    }

    private static void show(Stage stage, Parent content) {
        Scene scene = new Scene(content, 1200, 800);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.show();
    }
}
