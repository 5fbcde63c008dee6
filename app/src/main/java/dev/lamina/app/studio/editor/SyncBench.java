package dev.lamina.app.studio.editor;

import dev.lamina.app.operation.BenchValidate;
import dev.lamina.app.operation.LiveReview;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.operation.Timings;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Measures in a window how long a key takes to the findings that follow from it, and a gesture to the text that is
/// drawn, in the large system of [BenchValidate]. One run follows the other, each when all of the one before is done.
public final class SyncBench {
    private static final Duration REST = Duration.ofMillis(60);

    private final Desk desk;
    private final int components;
    private final DocumentSession session;
    private final EditorView view;
    private final List<Duration> typed = new ArrayList<>();
    private final List<Duration> read = new ArrayList<>();
    private final List<Duration> applied = new ArrayList<>();
    private Consumer<Result> done = result -> {};
    private Runnable reviewedNow = () -> {};
    private int runs;
    private int run;

    /// How long things took.
    ///
    /// @param typed from a key to the findings
    /// @param read from a key to what canvas and forms show
    /// @param applied from a gesture to the text that is drawn
    public record Result(int components, Timings typed, Timings read, Timings applied) {}

    public SyncBench(Desk desk, int components) {
        this.desk = desk;
        this.components = components;
        LiveReview review = desk.operations().liveReview();
        this.session = new DocumentSession(
                Document.of(BenchValidate.text(components, 0)), review::review, desk.background(), desk.clock());
        this.view = new EditorView(session, desk);
        session.reviewed().subscribe(found -> found.ifPresent(this::reviewed));
    }

    /// To be shown in a window.
    public Parent node() {
        return (Parent) view.node();
    }

    /// Begins to measure; nothing else may be done in the window meanwhile.
    ///
    /// @param warmUp runs before those that count, while things are compiled
    /// @param wanted runs that count
    /// @param task gets the result, on the thread of the window
    public void start(int warmUp, int wanted, Consumer<Result> task) {
        runs = wanted;
        run = -warmUp;
        done = task;
        afterReview(this::type);
        session.reviewAgain();
    }

    private void afterReview(Runnable task) {
        reviewedNow = task;
    }

    private void reviewed(Reviewed found) {
        if (found.documents().getFirst().text().equals(session.text().get())) {
            Runnable task = reviewedNow;
            reviewedNow = () -> {};
            task.run();
        }
    }

    private void type() {
        if (run >= runs) {
            done.accept(new Result(components, new Timings(typed), new Timings(read), new Timings(applied)));
            return;
        }
        desk.background().later(REST, () -> {
            int at = session.text().get().indexOf("COUNT=", session.text().get().length() / 2);
            String digit = String.valueOf(Math.floorMod(run, 10));
            long begun = System.nanoTime();
            onceRead(() -> record(read, begun));
            afterReview(() -> {
                record(typed, begun);
                gesture();
            });
            view.insert(at + "COUNT=".length(), digit);
        });
    }

    private void onceRead(Runnable task) {
        Subscription[] watching = new Subscription[1];
        watching[0] = session.shown().subscribe((before, now) -> {
            watching[0].unsubscribe();
            task.run();
        });
    }

    private void record(List<Duration> timings, long begun) {
        if (run >= 0) {
            timings.add(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void gesture() {
        desk.background().later(REST, () -> {
            long begun = System.nanoTime();
            Runnable next = onSecondCall(() -> {
                run++;
                type();
            });
            afterReview(next);
            Subscription[] watching = new Subscription[1];
            watching[0] = session.text().subscribe((before, now) -> {
                watching[0].unsubscribe();
                afterPulse(() -> {
                    record(applied, begun);
                    next.run();
                });
            });
            String path = "services[%d].hostname".formatted(components / 2);
            session.apply(Change.of("Host name", new Edit.Set(path, "host-" + Math.floorMod(run, 1000))));
        });
    }

    /// The review and the frame may come in any order.
    private static Runnable onSecondCall(Runnable task) {
        boolean[] called = new boolean[1];
        return () -> {
            if (called[0]) {
                task.run();
            }
            called[0] = true;
        };
    }

    /// When the next frame has been laid out.
    private void afterPulse(Runnable task) {
        Scene scene = view.node().getScene();
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            task.run();
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }
}
