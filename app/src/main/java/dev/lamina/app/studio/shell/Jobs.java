package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.RunningJob;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.IconButton;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The long work that goes on, in the status bar: what it is, how far, and a button to stop it.
final class Jobs {
    private static final Texts TEXTS = Texts.of(Jobs.class);

    private final HBox box = new HBox(12);

    Jobs(ObservableList<RunningJob> running) {
        box.setAlignment(Pos.CENTER_LEFT);
        running.addListener((ListChangeListener<RunningJob>) change -> show(running));
        show(running);
    }

    Node node() {
        return box;
    }

    private void show(ObservableList<RunningJob> running) {
        box.getChildren().setAll(running.stream().map(Jobs::job).toList());
    }

    private static Node job(RunningJob job) {
        Label label = new Label(job.label());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.fraction());
        bar.setPrefWidth(120);
        bar.setAccessibleText(job.label());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(job.message());
        Tooltip.install(bar, tooltip);
        Button cancel = IconButton.of("close", 12, TEXTS.get("job.cancel", job.label()), job::cancel);
        HBox row = new HBox(6, label, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
