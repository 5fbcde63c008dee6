package dev.lamina.app.studio;

import dev.lamina.app.operation.BenchValidate;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.base.FxClipboard;
import dev.lamina.app.studio.canvas.CanvasBench;
import dev.lamina.app.studio.canvas.CanvasView;
import dev.lamina.app.studio.console.ConsoleBench;
import dev.lamina.app.studio.editor.SyncBench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.palette.PaletteBench;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.model.edit.Document;
import dev.lamina.model.problem.CancelledException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Measures the window with a large document: frames of the canvas, the way from keys and gestures to
/// everything else, and a console in a flood. Ends by itself.
final class WindowBench {
    private static final int ENTRIES = 10_000;
    private static final int SEARCHES = 100;

    private final Toolkit toolkit;
    private final Operations operations;
    private final int components;
    private final int runs;

    WindowBench(Toolkit toolkit, Operations operations, int components, int runs) {
        this.toolkit = toolkit;
        this.operations = operations;
        this.components = components;
        this.runs = runs;
    }

    WindowFigures run() {
        // Frames as fast as they come, not as fast as a screen shows them.
        System.setProperty("javafx.animation.fullspeed", "true");
        AtomicReference<@Nullable WindowFigures> figures = new AtomicReference<>();
        toolkit.runUntilDone(done -> begin(found -> {
            figures.set(found);
            done.run();
        }));
        WindowFigures found = figures.get();
        if (found == null) {
            throw new CancelledException();
        }
        return found;
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
            console(
                    stage,
                    desk,
                    flooded -> done.accept(new WindowFigures(
                            components,
                            Stream.of(
                                            frames.stream(),
                                            Stream.of(frames("console, all cells", flooded.repaint())),
                                            Stream.of(frames("console, flooded", flooded.flood())))
                                    .flatMap(all -> all)
                                    .toList(),
                            result.typed(),
                            result.read(),
                            result.applied(),
                            search.median(),
                            ENTRIES,
                            flooded.megabytes())));
        });
    }

    private static void console(Stage stage, Desk desk, Consumer<ConsoleBench.Figures> done) {
        DocumentSession session = new DocumentSession(
                Document.of(BenchValidate.text(1, 0)),
                desk.operations().liveReview()::review,
                desk.background(),
                desk.clock());
        ConsoleBench console = new ConsoleBench(session, desk);
        show(stage, console.node());
        console.start(done);
    }

    private static WindowFigures.Frames frames(String gesture, ConsoleBench.Times times) {
        return new WindowFigures.Frames(gesture, times.median(), times.p99(), times.longest());
    }

    private static void show(Stage stage, Parent content) {
        Scene scene = new Scene(content, 1200, 800);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.show();
    }
}
