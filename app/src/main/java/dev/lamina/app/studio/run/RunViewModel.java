package dev.lamina.app.studio.run;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.Surroundings;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.run.Launcher.Starter;
import dev.lamina.app.studio.run.Launcher.Wish;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Runs the text of one document as it is now, saved or not: builds it, starts its machine, and ends
/// it. What runs is told to [Live], where all views read it. For use on the thread of the window.
public final class RunViewModel {
    private final DocumentSession session;
    private final Live live;
    private final Desk desk;
    private final Supplier<String> named;
    private final Adjusted options;
    private final Turns turns;
    private final Notices notices;
    private final Ending ending;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper rebuilding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Running>> running = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// The launch whose machine takes the place of the one that runs.
    private int replacing = -1;

    private Optional<AttachedMachine> machine = Optional.empty();
    private Optional<Running> last = Optional.empty();

    /// @param named the file of the document, or its title while it has none
    /// @param options what machine it is to run on; asked in the background at each start
    /// @param programs what runs the machine, when the user names something; asked as the options are
    public RunViewModel(
            DocumentSession session,
            Desk desk,
            Supplier<String> named,
            Supplier<MachineOptions> options,
            Supplier<VmPrograms> programs) {
        this.session = session;
        this.live = session.live();
        this.desk = desk;
        this.named = named;
        this.options = new Adjusted(options);
        this.turns = new Turns(desk, programs);
        this.notices = new Notices(this, desk);
        this.ending = new Ending(live, turns);
    }

    public Live live() {
        return live;
    }

    /// What the user needs to know now.
    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// The next machine is being built while one runs.
    public ReadOnlyBooleanProperty rebuilding() {
        return rebuilding.getReadOnlyProperty();
    }

    /// What runs, when something does.
    ReadOnlyObjectProperty<Optional<Running>> running() {
        return running.getReadOnlyProperty();
    }

    Adjusted options() {
        return options;
    }

    Desk desk() {
        return desk;
    }

    DocumentSession session() {
        return session;
    }

    /// Builds the document and boots it.
    public void run() {
        if (live.phase().get().idle() && !rebuilding.get()) {
            notice.set(Optional.empty());
            live.begin(Phase.BUILDING);
            launch(() -> live.enter(Phase.STARTING), (runVm, system, reporter) -> runVm.start(system, reporter));
        }
    }

    /// Builds the document anew while its machine goes on, then boots it in its place.
    public void restart() {
        if (machine.isEmpty()) {
            run();
            return;
        }
        VmHandle old = machine.get().vm();
        notice.set(Optional.empty());
        rebuilding.set(true);
        launch(this::replace, (runVm, system, reporter) -> runVm.replace(old, system, reporter));
    }

    private void replace() {
        replacing = turns.now();
        live.enter(Phase.STOPPING);
    }

    private void launch(Runnable built, Starter starter) {
        turns.launch(wish(), built, starter, this::launched);
    }

    Wish wish() {
        return new Wish(named.get(), session.document().get(), session.text().get(), options);
    }

    private void launched(Launch launch) {
        rebuilding.set(false);
        switch (launch) {
            case Launch.Started started -> attach(started);
            case Launch.Failed failed -> notStarted(failed);
            case Launch.Cancelled cancelled -> {
                if (machine.isEmpty()) {
                    live.ended(Phase.OFF, "");
                }
            }
        }
    }

    private void attach(Launch.Started started) {
        if (live.phase().get().idle() || live.phase().get() == Phase.STOPPING) {
            live.begin(Phase.STARTING);
        }
        ending.begin();
        last = Optional.of(started.running());
        running.set(last);
        News news = new News(this);
        AttachedMachine attached = new AttachedMachine(started.vm(), desk.background(), news);
        machine = Optional.of(attached);
        live.runs(started.vm());
        news.follow(attached);
    }

    private void notStarted(Launch.Failed failed) {
        boolean goesOn = machine.isPresent() && replacing != turns.now();
        if (!goesOn) {
            live.ended(Phase.FAILED, String.valueOf(failed.problem().getMessage()));
        }
        notices.notStarted(failed, goesOn);
    }

    /// Lets the guest end in order. Once more, or after a while: without asking it.
    public void stop() {
        abandon();
        machine.ifPresent(now -> ending.stop(now.vm()));
    }

    public void forceStop() {
        abandon();
        machine.ifPresent(now -> ending.force(now.vm()));
    }

    /// What is being built or started comes too late from now on.
    private void abandon() {
        turns.callOff();
        rebuilding.set(false);
        if (machine.isEmpty() && !live.phase().get().idle()) {
            live.ended(Phase.OFF, "");
            ending.ended();
        }
    }

    /// Ends what runs in order, and does something when nothing runs any more.
    public void stopThen(Runnable then) {
        if (ending.then(then) && live.phase().get() != Phase.STOPPING) {
            stop();
        }
    }

    /// Ends what runs at once, and does something when nothing runs any more.
    void forceStopThen(Runnable then) {
        if (ending.then(then)) {
            forceStop();
        }
    }

    boolean isCurrent(AttachedMachine other) {
        return machine.filter(now -> now == other).isPresent();
    }

    /// Whether somebody wanted the machine to end.
    boolean askedToEnd() {
        return ending.asked() || replacing == turns.now();
    }

    /// What runs, or ran last.
    Optional<Running> last() {
        return last;
    }

    /// Call when the options may be others than before: a machine that runs has to restart for them.
    public void optionsMayHaveChanged() {
        running.get()
                .ifPresent(now -> desk.background().files(options::get, wanted -> compare(now, wanted), this::tell));
    }

    private void compare(Running now, MachineOptions wanted) {
        if (machine.isPresent() && !now.isOn(wanted)) {
            notices.optionsChanged();
        }
    }

    /// The machine has ended.
    void machineEnded(AttachedMachine ended, VmExit exit) {
        machine = Optional.empty();
        running.set(Optional.empty());
        turns.close(ended.vm());
        if (replacing == turns.now()) {
            live.begin(Phase.STARTING);
            return;
        }
        notices.ended(ended.vm(), exit, ending.asked());
        ending.ended();
    }

    Notices notices() {
        return notices;
    }

    void show(Notice news) {
        notice.set(Optional.of(news));
    }

    void tell(Exception problem) {
        notices.notStarted(new Launch.Failed(Surroundings.explain(problem), Optional.empty()), machine.isPresent());
    }

    void dismiss() {
        notice.set(Optional.empty());
    }
}
