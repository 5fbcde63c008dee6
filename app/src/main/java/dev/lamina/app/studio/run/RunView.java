package dev.lamina.app.studio.run;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.session.Desk;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Running one open document: its actions, what the tool strip shows of it, and the bar above it.
public final class RunView {
    private final RunViewModel model;
    private final RunControls controls;
    private final VBox bars;
    private final List<Action> actions;

    /// @param options what machine it is to run on, see [RunViewModel]
    public RunView(OpenDocument document, Desk desk, Supplier<MachineOptions> options, Supplier<VmPrograms> programs) {
        this.model = new RunViewModel(document.session(), desk, document::named, options, programs);
        SaveWatch watch = new SaveWatch(model, document.unsaved());
        Holding holding = new Holding(model);
        SnapshotsViewModel snapshots = new SnapshotsViewModel(model.live(), desk.background());
        RunActions acts = new RunActions(model, watch, holding, snapshots);
        this.controls = new RunControls(new RunStatus(model, holding), watch, acts.ofMachine());
        this.bars = new VBox(new NoticeBar(model).node(), new SnapshotsBar(snapshots, ZoneId.systemDefault()).node());
        this.actions = acts.all();
    }

    public RunViewModel model() {
        return model;
    }

    /// How the machine is, in a word or two.
    public Node controls() {
        return controls.node();
    }

    /// What a person needs to know, and snapshots when they are wanted; takes no room while there is nothing.
    public Node notice() {
        return bars;
    }

    /// `run.start`, `run.restart`, `run.stop` and others.
    public List<Action> actions() {
        return actions;
    }

    /// @param shown brings the console to the front
    public void whenConsoleWanted(Runnable shown) {
        model.notices().console(shown);
    }

    /// @param shown looks at this computer, when it is what is wrong
    public void whenDoctorWanted(Runnable shown) {
        model.notices().doctor(shown);
    }
}
