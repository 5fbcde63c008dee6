package dev.lamina.app.studio.build;

import dev.lamina.app.operation.BuildNote;
import dev.lamina.app.operation.BuildNote.StepNote;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Labels;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is remembered of one build: what came of it, and how long each step took.
final class BuildDetails {
    private static final Texts TEXTS = Texts.of(BuildDetails.class);

    private final BuildWords words;
    private final VBox box = new VBox();
    private final ScrollPane pane = new ScrollPane(box);

    BuildDetails(BuildWords words) {
        this.words = words;
        box.getStyleClass().add("builds-details");
        pane.setFitToWidth(true);
        pane.getStyleClass().add("builds-scroll");
    }

    Node node() {
        return pane;
    }

    void show(BuildNote note) {
        long longest = note.steps().stream()
                .mapToLong(step -> step.took().toMillis())
                .max()
                .orElse(0);
        box.getChildren()
                .setAll(
                        Labels.wrapped(words.when(note), "builds-title"),
                        Labels.wrapped(words.outcome(note)),
                        Labels.wrapped(BuildWords.what(note), "muted"));
        note.steps().forEach(step -> box.getChildren().add(step(step, longest)));
        note.files()
                .forEach(file -> box.getChildren()
                        .add(Labels.wrapped(
                                TEXTS.get("builds.file", file.file(), Amounts.bytes(file.size())), "muted")));
    }

    private static Node step(StepNote step, long longest) {
        Label title = new Label(step.label());
        title.setTooltip(new Tooltip(step.label()));
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label badge = new Label(TEXTS.get("ending." + Texts.word(step.ending())));
        badge.getStyleClass().addAll("step-badge", "muted");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        Label time = new Label(Amounts.time(step.took()));
        time.getStyleClass().add("builds-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        Meter meter = new Meter("time");
        meter.show(longest == 0 ? 0 : (double) step.took().toMillis() / longest);
        HBox row = new HBox(title, badge, meter, time);
        row.getStyleClass().add("builds-step");
        return row;
    }
}
