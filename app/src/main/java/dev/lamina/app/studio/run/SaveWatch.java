package dev.lamina.app.studio.run;

import dev.lamina.app.operation.WatchedFiles;
import dev.lamina.app.operation.WatchedFiles.Snapshot;
import dev.lamina.app.studio.session.Live.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// While it is on, a document that is saved runs anew when it is another than the one that runs;
/// likewise when a file changes that its `files` take from this computer. A system that was stopped
/// stays so.
final class SaveWatch {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RunViewModel model;
    private final WatchedFiles files;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private Optional<Snapshot> known = Optional.empty();
    private int round;

    /// @param unsaved becomes false when the document is saved
    SaveWatch(RunViewModel model, ObservableValue<Boolean> unsaved) {
        this.model = model;
        this.files = model.desk().operations().watchedFiles();
        unsaved.subscribe(now -> {
            if (!now && on.get() && isOther()) {
                again();
            }
        });
        on.subscribe(now -> begin(now));
        model.running().subscribe(() -> known = Optional.empty());
    }

    BooleanProperty on() {
        return on;
    }

    private boolean isOther() {
        String text = model.session().text().get();
        return model.running().get().map(Running::text).filter(text::equals).isEmpty();
    }

    private void again() {
        Phase phase = model.live().phase().get();
        if (phase != Phase.OFF && phase != Phase.STOPPING) {
            model.restart();
        }
    }

    private void begin(boolean now) {
        round++;
        known = Optional.empty();
        if (now) {
            look(round);
        }
    }

    private void look(int mine) {
        if (mine != round) {
            return;
        }
        Set<Path> sources = files.sources(model.session().composition());
        model.desk()
                .background()
                .files(() -> files.look(sources), now -> seen(mine, now), problem -> {}); // once more below
        model.desk().background().later(PAUSE, () -> look(mine));
    }

    /// Which files the document names may itself have changed; only those that it named before count.
    private void seen(int mine, Snapshot now) {
        boolean news = known.filter(before -> now.stamps().entrySet().stream()
                        .anyMatch(entry -> before.stamps().containsKey(entry.getKey())
                                && !entry.getValue().equals(before.stamps().get(entry.getKey()))))
                .isPresent();
        known = Optional.of(now);
        if (mine == round && news) {
            again();
        }
    }
}
