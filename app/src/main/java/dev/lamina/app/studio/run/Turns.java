package dev.lamina.app.studio.run;

import dev.lamina.app.operation.Surroundings;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.base.Background.Job;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.run.Launcher.Starter;
import dev.lamina.app.studio.run.Launcher.Wish;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.vmlaunch.VmHandle;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is done for a run in the background: one launch at a time, and the end of machines. What an
/// earlier launch brings after another one has begun, or after it was called off, comes too late and is
/// ended.
final class Turns {
    private static final Texts TEXTS = Texts.of(Turns.class);

    private final Desk desk;
    private final Launcher launcher;
    private int turn;
    private Optional<Job> job = Optional.empty();

    Turns(Desk desk, Supplier<VmPrograms> programs) {
        this.desk = desk;
        this.launcher = new Launcher(desk, programs);
    }

    /// Which launch is the newest.
    int now() {
        return turn;
    }

    /// @param built on the thread of the window, when the system is built and about to start
    /// @param done on the thread of the window
    void launch(Wish wish, Runnable built, Starter starter, Consumer<Launch> done) {
        callOff();
        int mine = turn;
        Consumer<Launch> finished = launch -> finish(mine, launch, done);
        job = Optional.of(desk.background()
                .start(
                        TEXTS.get("job.build", wish.source().effectiveName()),
                        reporter -> launcher.launch(wish, reporter, () -> inTurn(mine, built), starter),
                        finished,
                        problem ->
                                finished.accept(new Launch.Failed(Surroundings.explain(problem), Optional.empty()))));
    }

    private void inTurn(int mine, Runnable task) {
        desk.background().onWindow(() -> {
            if (mine == turn) {
                task.run();
            }
        });
    }

    private void finish(int mine, Launch launch, Consumer<Launch> done) {
        if (mine == turn) {
            job = Optional.empty();
            done.accept(launch);
        } else if (launch instanceof Launch.Started late) {
            close(late.vm());
        }
    }

    /// What is under way is not wanted any more.
    void callOff() {
        turn++;
        job.ifPresent(Job::cancel);
        job = Optional.empty();
    }

    /// Ends a machine in order, by force after the time.
    void shutdown(VmHandle vm, Duration grace) {
        end(vm, () -> {
            try {
                vm.shutdown(grace);
            } catch (InterruptedException e) {
                vm.kill();
                Thread.currentThread().interrupt();
            }
        });
    }

    void kill(VmHandle vm) {
        end(vm, vm::kill);
    }

    /// Ends it if it still runs, and clears up.
    void close(VmHandle vm) {
        end(vm, vm::close);
    }

    private void end(VmHandle vm, Runnable task) {
        desk.background()
                .start(
                        TEXTS.get("job.stop", vm.name()),
                        reporter -> {
                            task.run();
                            return vm;
                        },
                        done -> {},
                        problem -> {}); // with the window it ends in any case
    }
}
