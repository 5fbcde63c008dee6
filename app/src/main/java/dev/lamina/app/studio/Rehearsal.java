package dev.lamina.app.studio;

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
            public void usable(Stage stage) {
                rehearsed.accept(new Rehearsed(firstFrame, Instant.now()));
                close(stage, work);
            }
        });
    }

    private static void close(Stage stage, Duration work) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(work.toMillis()));
        pause.setOnFinished(event -> stage.close());
        pause.play();
    }
}
