package dev.lamina.app.studio.shell;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.boottest.TestView;
import dev.lamina.app.studio.boottest.TestedMachine;
import dev.lamina.app.studio.build.BuildView;
import dev.lamina.app.studio.build.DocumentPlace;
import dev.lamina.app.studio.console.ConsoleView;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.live.BootView;
import dev.lamina.app.studio.live.ReplayViewModel;
import dev.lamina.app.studio.live.SystemView;
import dev.lamina.app.studio.machine.MachineView;
import dev.lamina.app.studio.machine.MachineViewModel;
import dev.lamina.app.studio.run.RunView;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.shell.BelowPanes.Below;
import dev.lamina.model.expect.BootTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// What makes a running system of a document, and shows it: its build, its machine, its console and its parts.
final class MachinePanes {
    private final Map<Below, Supplier<Node>> panes = new EnumMap<>(Below.class);
    private final RunView run;
    private final ReplayViewModel replay;
    private final List<Action> ofComponents;
    private final MachineViewModel machine;
    private final List<Action> actions = new ArrayList<>();

    /// @param show brings a pane to the front
    MachinePanes(OpenDocument document, Desk desk, Consumer<Below> show) {
        DocumentSession session = document.session();
        DocumentPlace place = new DocumentPlace(document.file(), document.title());
        BuildView build = new BuildView(session, desk, place, () -> show.accept(Below.BUILD));
        this.machine = new MachineViewModel(document, desk, Path.of("").toAbsolutePath());
        SystemView system = new SystemView(session, desk);
        this.replay = new ReplayViewModel(session.live(), desk.background());
        this.ofComponents = system.actions();
        this.run = new RunView(document, desk, machine::options, machine::programs);
        machine.whenChanged(run.model()::optionsMayHaveChanged);
        system.whenWanted(() -> show.accept(Below.SYSTEM));
        ConsoleView console = new ConsoleView(session, desk);
        run.whenConsoleWanted(() -> {
            show.accept(Below.CONSOLE);
            console.focus();
        });
        panes.put(Below.CONSOLE, console::node);
        session.live().phase().addListener((property, before, now) -> {
            if (before.idle() && !now.idle()) {
                show.accept(Below.CONSOLE); // whoever starts a machine wants to see it
            }
        });
        panes.put(Below.BUILD, build::node);
        panes.put(Below.MACHINE, () -> new MachineView(machine).node());
        panes.put(Below.SYSTEM, system::node);
        panes.put(Below.BOOT, () -> new BootView(session, replay).node());
        TestView test = new TestView(document, desk, tested(machine));
        test.whenWanted(() -> show.accept(Below.TEST));
        panes.put(Below.TEST, test::node);
        actions.addAll(build.actions());
        actions.addAll(run.actions());
        actions.addAll(system.actions());
        actions.addAll(console.actions());
        actions.addAll(test.actions());
    }

    private static TestedMachine tested(MachineViewModel machine) {
        return new TestedMachine() {
            @Override
            public MachineOptions options() {
                return machine.options();
            }

            @Override
            public VmPrograms programs() {
                return machine.programs();
            }

            @Override
            public BootTest test() {
                return machine.test();
            }
        };
    }

    /// @param shown looks at this computer, when it is why a run fails
    void whenDoctorWanted(Runnable shown) {
        run.whenDoctorWanted(shown);
    }

    Map<Below, Supplier<Node>> panes() {
        return panes;
    }

    /// The last boot, shown again.
    ReplayViewModel replay() {
        return replay;
    }

    /// What can be done to a component that runs.
    List<Action> ofComponents() {
        return ofComponents;
    }

    /// What machine it is run on.
    MachineViewModel machine() {
        return machine;
    }

    /// How the machine is, for the tool strip.
    Node state() {
        return run.controls();
    }

    /// What a person needs to know of it; takes no room while there is nothing.
    Node notice() {
        return run.notice();
    }

    /// Ends what runs of the document, and does something then.
    void endThen(Runnable task) {
        run.model().stopThen(task);
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }
}
