package dev.lamina.app.studio.run;

import dev.lamina.app.operation.Surroundings;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Live;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Snapshot;
import dev.lamina.vmlaunch.Snapshots;
import dev.lamina.vmlaunch.VmHandle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The kept states of the machine that runs: shown while they are wanted, kept, brought back, thrown away.
final class SnapshotsViewModel {
    /// The one that *Reset to clean* goes back to.
    static final String CLEAN = "clean";

    private static final Texts TEXTS = Texts.of(SnapshotsViewModel.class);

    private final Live live;
    private final Background background;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty(CLEAN);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Snapshot>> kept = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    SnapshotsViewModel(Live live, Background background) {
        this.live = live;
        this.background = background;
        live.machine().subscribe(now -> {
            kept.set(List.of());
            shown.set(shown.get() && possible());
        });
        shown.subscribe(now -> {
            if (now) {
                ask(snapshots -> {}, "");
            }
        });
    }

    /// Whether they are to be seen.
    BooleanProperty shown() {
        return shown;
    }

    /// Of the next one.
    StringProperty name() {
        return name;
    }

    /// Something is being done with them.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Snapshot>> kept() {
        return kept.getReadOnlyProperty();
    }

    /// What was done, or went wrong; may be empty.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Whether the machine that runs can keep states.
    boolean possible() {
        return live.machine()
                .get()
                .filter(vm -> vm.features().contains(Feature.SNAPSHOTS))
                .isPresent();
    }

    void keep() {
        String wanted = name.get().strip();
        if (!wanted.isEmpty()) {
            ask(
                    snapshots -> snapshots.save(wanted),
                    TEXTS.get(wanted.equals(CLEAN) ? "snapshot.kept.clean" : "snapshot.kept", wanted));
        }
    }

    void restore(String wanted) {
        ask(snapshots -> snapshots.restore(wanted), TEXTS.get("snapshot.restored", wanted));
    }

    /// Goes back to the state `clean`, and shows that.
    void restoreClean() {
        restore(CLEAN);
        shown.set(true);
    }

    void remove(String wanted) {
        ask(snapshots -> snapshots.remove(wanted), TEXTS.get("snapshot.removed", wanted));
    }

    private void ask(Consumer<Snapshots> task, String done) {
        Optional<VmHandle> machine = live.machine().get();
        if (machine.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        background.aside(
                () -> {
                    Snapshots snapshots = machine.get().snapshots();
                    task.accept(snapshots);
                    return snapshots.list();
                },
                now -> finished(now, done),
                problem -> {
                    busy.set(false);
                    message.set(words(problem));
                });
    }

    private void finished(List<Snapshot> now, String done) {
        busy.set(false);
        kept.set(List.copyOf(now));
        message.set(done);
    }

    private static String words(Exception thrown) {
        LaminaException problem = Surroundings.explain(thrown);
        String what = TEXTS.get("snapshot.failed", String.valueOf(problem.getMessage()));
        return problem.hint()
                .map(hint -> TEXTS.get("snapshot.failed.hint", what, hint))
                .orElse(what);
    }
}
