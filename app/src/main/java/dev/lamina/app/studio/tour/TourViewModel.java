package dev.lamina.app.studio.tour;

import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.session.Place;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// The tour of a first start: from an empty window to a system that runs. It goes on when the user has done what it
/// asks for; nothing is done for them but opening the first document.
public final class TourViewModel {
    private final Workbench workbench;
    private final Runnable first;
    private final ReadOnlyObjectWrapper<Optional<Stop>> stop = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private Subscription watching = Subscription.EMPTY;
    private int before;

    /// @param first opens the document that the tour begins with
    public TourViewModel(Workbench workbench, Runnable first) {
        this.workbench = workbench;
        this.first = first;
    }

    ReadOnlyObjectProperty<Optional<Stop>> stop() {
        return stop.getReadOnlyProperty();
    }

    /// Whether what this stop asks for has been done, or it asks for nothing.
    ReadOnlyBooleanProperty done() {
        return done.getReadOnlyProperty();
    }

    /// Whether the system did not start: the bar above the document says why.
    ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }

    /// Begins at the beginning.
    public void begin() {
        enter(Optional.of(Stop.WELCOME));
    }

    public void end() {
        enter(Optional.empty());
    }

    void next() {
        Optional<Stop> now = stop.get();
        if (now.isEmpty() || !done.get()) {
            return;
        }
        if (now.get() == Stop.WELCOME && workbench.current().get().isEmpty()) {
            first.run();
        }
        enter(now.flatMap(Stop::next));
    }

    private void enter(Optional<Stop> next) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        failed.set(false);
        done.set(next.filter(Stop::waits).isEmpty());
        before = components();
        stop.set(next);
        if (next.filter(Stop::waits).isPresent()) {
            watch();
        }
    }

    private void watch() {
        Optional<DocumentSession> session = session();
        if (session.isEmpty()) {
            // The first document is still being made.
            watching = workbench
                    .current()
                    .subscribe(current -> current.ifPresent(there -> {
                        watching.unsubscribe();
                        before = components();
                        watch();
                    }));
            return;
        }
        DocumentSession now = session.get();
        watching = Subscription.combine(
                now.shown().subscribe(() -> look(now)), now.live().phase().subscribe(() -> look(now)));
        look(now); // once it can be ended: what is so already leads to the next stop
    }

    private void look(DocumentSession session) {
        Phase phase = session.live().phase().get();
        boolean reached = switch (stop.get().orElse(Stop.END)) {
            case ADD -> components() > before;
            case RUN -> !phase.idle();
            case BOOT -> phase == Phase.READY;
            case WELCOME, LANES, CHECK, LOGIN, END -> true;
        };
        failed.set(phase == Phase.FAILED && !reached);
        if (reached && stop.get().filter(Stop::waits).isPresent()) {
            done.set(true);
            if (stop.get().get() != Stop.ADD) {
                next();
            }
        }
    }

    private int components() {
        return session().map(now -> Place.all(now.composition()).size()).orElse(0);
    }

    private Optional<DocumentSession> session() {
        return workbench.current().get().map(OpenDocument::session);
    }
}
