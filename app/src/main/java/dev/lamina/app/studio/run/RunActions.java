package dev.lamina.app.studio.run;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Action.Place;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;

/// What can be done with the machine of a document.
final class RunActions {
    private static final Texts TEXTS = Texts.of(RunActions.class);

    private final RunViewModel model;
    private final SaveWatch watch;
    private final Holding holding;
    private final SnapshotsViewModel snapshots;
    private final StringBinding whileRuns;
    private final StringBinding whileOff;
    private final StringBinding withoutMachine;
    private final StringBinding unable;
    private final StringBinding forgetful;

    RunActions(RunViewModel model, SaveWatch watch, Holding holding, SnapshotsViewModel snapshots) {
        this.model = model;
        this.watch = watch;
        this.holding = holding;
        this.snapshots = snapshots;
        Live live = model.live();
        BooleanBinding idle = Bindings.createBooleanBinding(
                () -> live.phase().get().idle() && !model.rebuilding().get(), live.phase(), model.rebuilding());
        this.whileRuns = Bindings.createStringBinding(() -> idle.get() ? "" : TEXTS.get("blocked.runs"), idle);
        this.whileOff = Bindings.createStringBinding(() -> idle.get() ? TEXTS.get("blocked.off") : "", idle);
        this.withoutMachine = Bindings.createStringBinding(
                () -> live.machine().get().isEmpty() || live.phase().get() == Phase.STOPPING
                        ? TEXTS.get("blocked.off")
                        : "",
                live.machine(),
                live.phase());
        this.unable = lacking(holding::possible, "blocked.pause");
        this.forgetful = lacking(snapshots::possible, "blocked.snapshots");
    }

    private StringBinding lacking(BooleanSupplier possible, String reason) {
        return Bindings.createStringBinding(
                () -> withoutMachine.get().isEmpty() && !possible.getAsBoolean()
                        ? TEXTS.get(reason)
                        : withoutMachine.get(),
                withoutMachine);
    }

    /// What is done to a machine that goes on, for the tool strip.
    List<Action> ofMachine() {
        return List.of(pause(), snapshots());
    }

    private Action pause() {
        return ActionBuilder.of("run.pause", Place.BUILD, TEXTS)
                .icon("pause")
                .label(holding.held().map(held -> TEXTS.get(held ? "action.run.pause.off" : "action.run.pause")))
                .blocked(unable)
                .does(holding::toggle);
    }

    private Action snapshots() {
        return ActionBuilder.of("run.snapshots", Place.BUILD, TEXTS)
                .icon("snapshot")
                .blocked(forgetful)
                .does(() -> snapshots.shown().set(!snapshots.shown().get()));
    }

    List<Action> all() {
        return List.of(
                ActionBuilder.of("run.start", Place.BUILD, TEXTS)
                        .icon("run")
                        .key("Shortcut+R")
                        .blocked(whileRuns)
                        .does(model::run),
                ActionBuilder.of("run.restart", Place.BUILD, TEXTS)
                        .icon("restart")
                        .key("Shortcut+Shift+R")
                        .blocked(withoutMachine)
                        .does(model::restart),
                ActionBuilder.of("run.stop", Place.BUILD, TEXTS)
                        .icon("stop")
                        .key("Shortcut+F2")
                        .label(model.live()
                                .phase()
                                .map(phase -> TEXTS.get(phase == Phase.STOPPING ? "stop.again" : "action.run.stop")))
                        .blocked(whileOff)
                        .does(model::stop),
                ActionBuilder.of("run.force", Place.BUILD, TEXTS)
                        .icon("power")
                        .blocked(whileOff)
                        .does(model::forceStop),
                pause(),
                snapshots(),
                ActionBuilder.of("run.reset", Place.BUILD, TEXTS)
                        .icon("reset")
                        .does(() -> new Reset(model, snapshots).begin()),
                ActionBuilder.of("run.watch", Place.BUILD, TEXTS)
                        .icon("eye")
                        .key("Shortcut+Alt+R")
                        .label(watch.on().map(on -> TEXTS.get(on ? "action.run.watch.off" : "action.run.watch")))
                        .does(() -> watch.on().set(!watch.on().get())));
    }
}
