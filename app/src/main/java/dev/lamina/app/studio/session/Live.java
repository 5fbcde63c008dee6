package dev.lamina.app.studio.session;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.Vitals;
import dev.lamina.model.Composition;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.VmHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What of a document runs: its machine, what that machine told, and how each component is. Whoever runs the machine
/// writes here; all views read. After the end everything stays as it was, until the next start. For use on the thread
/// of the window.
public final class Live {
    /// A guest may talk without end: of what it tells the beginning and the newest are kept.
    private static final int MOST = 10_000;

    private static final int BEGINNING = 2_000;

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OFF);
    private final ReadOnlyObjectWrapper<Optional<VmHandle>> machine = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> consoleLog = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ObservableList<GuestEvent> events = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<GuestEvent> eventsSeen = FXCollections.unmodifiableObservableList(events);
    private final ReadOnlyObjectWrapper<List<GuestEvent>> earlier = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<BootFailure>> failures = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Vitals> now = new ReadOnlyObjectWrapper<>(Vitals.NONE);
    private final ObjectProperty<Optional<Vitals>> replayed = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Vitals> vitals = new ReadOnlyObjectWrapper<>(Vitals.NONE);

    private long told;

    /// Where a system is between its text and its end.
    public enum Phase {
        OFF,
        BUILDING,
        /// The hypervisor starts.
        STARTING,
        /// The guest has begun, and is not ready.
        BOOTING,
        READY,
        STOPPING,
        /// It ended badly, or could not be started; [Live#message] says why.
        FAILED;

        /// Nothing goes on that could be stopped.
        public boolean idle() {
            return this == OFF || this == FAILED;
        }
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// The machine while it runs.
    public ReadOnlyObjectProperty<Optional<VmHandle>> machine() {
        return machine.getReadOnlyProperty();
    }

    /// Where the console of the machine that ran last was logged.
    public ReadOnlyObjectProperty<Optional<Path>> consoleLog() {
        return consoleLog.getReadOnlyProperty();
    }

    /// What a person needs to know about the machine now: why it failed, how it ended; may be empty.
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// What the guest told since it was started: all of it, or when that is too much the beginning and the newest.
    /// Untrusted.
    public ObservableList<GuestEvent> events() {
        return eventsSeen;
    }

    /// How many events that were, with those that are not kept any more.
    public long told() {
        return told;
    }

    /// What the guest told in the boot before, likewise.
    public ReadOnlyObjectProperty<List<GuestEvent>> earlier() {
        return earlier.getReadOnlyProperty();
    }

    /// What went wrong, in plain words, the first cause first.
    public ReadOnlyObjectProperty<List<BootFailure>> failures() {
        return failures.getReadOnlyProperty();
    }

    /// How the components are: now, or at the moment that is replayed.
    public ReadOnlyObjectProperty<Vitals> vitals() {
        return vitals.getReadOnlyProperty();
    }

    /// What is shown in place of what is: set while a boot is replayed, and emptied afterwards.
    public ObjectProperty<Optional<Vitals>> replayed() {
        return replayed;
    }

    public Live() {
        now.subscribe(this::show);
        replayed.subscribe(this::show);
    }

    private void show() {
        vitals.set(replayed.get().orElseGet(now::get));
    }

    /// Whether there is anything to show of how components are: something is started, runs, failed or is replayed.
    public boolean lit() {
        return phase.get() != Phase.OFF || replayed.get().isPresent();
    }

    /// How one component is.
    ///
    /// @param composition that the place is of
    public Vital of(Place place, Composition composition) {
        return vitals.get().of(key(place, composition));
    }

    /// What a component is called in [Vitals].
    public static String key(Place place, Composition composition) {
        return switch (place.lane()) {
            case KERNEL -> Vitals.KERNEL;
            case INIT -> Vitals.INIT;
            case FILES -> Vitals.FILES;
            case ONBOOT, SERVICES, ONSHUTDOWN, VOLUMES ->
                Vitals.key(place.lane().key(), place.name(composition));
        };
    }

    /// A new start is prepared: what is known of the boot before becomes the earlier one.
    public void begin(Phase first) {
        machine.set(Optional.empty());
        forget();
        replayed.set(Optional.empty());
        message.set("");
        phase.set(first);
    }

    /// The guest begins anew: what it told becomes that of the boot before, if it told anything.
    private void forget() {
        if (!events.isEmpty()) {
            earlier.set(List.copyOf(events));
        }
        told = 0;
        events.clear();
        failures.set(List.of());
        now.set(Vitals.NONE);
    }

    public void enter(Phase next) {
        phase.set(next);
    }

    public void runs(VmHandle started) {
        consoleLog.set(Optional.of(started.console().log()));
        machine.set(Optional.of(started));
        phase.set(Phase.BOOTING);
    }

    /// The guest told something.
    public void heard(List<GuestEvent> some) {
        Vitals after = now.get().after(some);
        told += some.size();
        events.addAll(some);
        if (events.size() > MOST) {
            events.remove(BEGINNING, BEGINNING + events.size() - MOST);
        }
        now.set(after);
        if (after.ready() && phase.get() == Phase.BOOTING) {
            phase.set(Phase.READY);
        }
    }

    /// The guest restarted by itself: its events begin anew.
    public void restarted() {
        forget();
        phase.set(Phase.BOOTING);
    }

    public void failed(List<BootFailure> found) {
        failures.set(List.copyOf(found));
    }

    public void say(String words) {
        message.set(words);
    }

    /// The machine has ended, or did not come to be.
    ///
    /// @param last [Phase#OFF] or [Phase#FAILED]
    public void ended(Phase last, String words) {
        machine.set(Optional.empty());
        message.set(words);
        now.set(last == Phase.OFF ? Vitals.NONE : now.get().ended());
        phase.set(last);
    }
}
