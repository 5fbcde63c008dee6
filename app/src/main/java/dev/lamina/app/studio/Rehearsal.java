package dev.lamina.app.studio;

import dev.lamina.app.studio.files.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;

/// A start of the window that ends by itself: to train the ahead-of-time cache, and to measure.
final class Rehearsal {
    private final Studio studio;

    Rehearsal(Studio studio) {
        this.studio = studio;
    }

    void run(List<Path> files, Duration work, Consumer<Rehearsed> rehearsed) {
        studio.run(files, new Studio.Progress() {
            private Instant firstFrame = Instant.EPOCH;

            @Override
            public void drawn() {
                firstFrame = Instant.now();
            }

            @Override
            public void usable(Stage stage, Workbench workbench) {
                rehearsed.accept(new Rehearsed(firstFrame, Instant.now()));
                end(stage, workbench, work.dividedBy(2));
            }
        });
    }

    /// Ends with the start page, which is seen when no document is open.
    private static void end(Stage stage, Workbench workbench, Duration part) {
        after(part, () -> {
            workbench.closeAll(() -> {});
            after(part, stage::close);
        });
    }

    private static void after(Duration time, Runnable task) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(time.toMillis()));
        pause.setOnFinished(event -> task.run());
        pause.play();
    }
}
