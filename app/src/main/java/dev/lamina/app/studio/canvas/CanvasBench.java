package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.app.studio.session.Dragging.Load;
import dev.lamina.app.studio.session.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;

/// Measures how long frames take while somebody pans, zooms and drags on a canvas that is in a window. To
/// be told the truth the toolkit must draw as fast as it can: `-Djavafx.animation.fullspeed=true`.
public final class CanvasBench extends AnimationTimer {
    private static final int FRAMES = 240;
    private static final int WARM_UP = 30;
    private static final double PAN = 17;
    private static final double ZOOM = 1.02;
    private static final int TURN = 60;
    private static final int CARDS = 3;
    private static final double NANOS = 1e6;

    private final Viewport viewport;
    private final DocumentSession session;
    private final Dragging dragging;
    private final Consumer<List<Phase>> done;
    private final List<Work> works;
    private final List<Phase> phases = new ArrayList<>();
    private final double[] gaps;
    private int work;
    private final int warmUp;
    private int frame;
    private long before;

    /// What was measured of one gesture: the time from frame to frame, in milliseconds.
    public record Phase(String name, double median, double p99, double longest) {
        static Phase of(String name, double[] gaps) {
            double[] sorted = gaps.clone();
            Arrays.sort(sorted);
            return new Phase(
                    name, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]);
        }
    }

    private record Work(String name, Runnable begin, IntConsumer step, Runnable end) {}

    /// @param canvas in a window that is shown
    /// @param session of the document that it shows
    /// @param done gets the phases, on the thread of the window
    public CanvasBench(CanvasView canvas, DocumentSession session, Desk desk, Consumer<List<Phase>> done) {
        this(canvas, session, desk, FRAMES, done);
    }

    /// @param frames of each gesture
    CanvasBench(CanvasView canvas, DocumentSession session, Desk desk, int frames, Consumer<List<Phase>> done) {
        this.gaps = new double[frames];
        this.warmUp = Math.min(WARM_UP, frames);
        this.frame = -warmUp;
        this.viewport = canvas.viewport();
        this.session = session;
        this.dragging = desk.dragging();
        this.done = done;
        this.works = List.of(
                new Work("pan", () -> {}, this::pan, viewport::reset),
                new Work("zoom", () -> {}, this::zoom, viewport::reset),
                new Work("fit", viewport::fit, frame -> {}, () -> {}),
                new Work("zoom, all in sight", viewport::fit, this::zoom, viewport::reset),
                new Work("drag", this::take, this::drag, this::letGo));
    }

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        if (frame == -warmUp) {
            works.get(work).begin().run();
        } else if (frame >= 0) {
            gaps[frame] = (now - before) / NANOS;
        }
        before = now;
        works.get(work).step().accept(frame + warmUp);
        if (++frame == gaps.length) {
            works.get(work).end().run();
            phases.add(Phase.of(works.get(work).name(), gaps));
            frame = -warmUp;
            if (++work == works.size()) {
                stop();
                done.accept(phases);
            }
        }
    }

    private void pan(int step) {
        boolean down = step / TURN % 4 < 2;
        viewport.pan(0, down ? -PAN : PAN);
    }

    private void zoom(int step) {
        boolean in = step / TURN % 2 == 0;
        viewport.zoom(in ? ZOOM : 1 / ZOOM);
    }

    private void take() {
        List<Place> places = viewport.layout().get().within(viewport.seen()).stream()
                .limit(CARDS)
                .toList();
        dragging.load().set(Optional.of(new Load.Cards(session, places)));
    }

    private void drag(int step) {
        Pane pane = viewport.pane();
        double angle = Math.PI * 2 * step / TURN;
        double x = pane.getWidth() / 2 * (1 + 0.8 * Math.cos(angle));
        double y = pane.getHeight() / 2 * (1 + 0.98 * Math.sin(angle)); // reaches the edges, where the canvas moves
        PickResult picked = new PickResult(pane, x, y);
        pane.fireEvent(new MouseDragEvent(
                MouseDragEvent.MOUSE_DRAG_OVER,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                true,
                picked,
                pane));
    }

    private void letGo() {
        dragging.load().set(Optional.empty());
        viewport.reset();
    }
}
