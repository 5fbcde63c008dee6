package dev.lamina.app.studio.build;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionButton;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where the build is, in words and as a bar, with what can be done about it.
final class HeadView {
    private static final Texts TEXTS = Texts.of(HeadView.class);
    private static final int ICON = 20;

    private final BuildViewModel model;
    private final StackPane icon = new StackPane();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox box;

    HeadView(BuildViewModel model, BuildActions actions) {
        this.model = model;
        title.getStyleClass().add("build-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().addAll("build-detail", "muted");
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(600);
        whole.textProperty().bind(detail.textProperty());
        detail.setTooltip(whole);
        detail.setMinWidth(0);
        HBox words = new HBox(icon, title, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("build-line");
        HBox buttons = new HBox();
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("build-line");
        for (Action action : List.of(actions.reveal(), actions.folder(), actions.copy(), actions.cancel())) {
            buttons.getChildren().add(ActionButton.whilePossible(action));
        }
        Node build = ActionButton.of(actions.build());
        build.getStyleClass().add("accent");
        buttons.getChildren().add(build);
        Sides line = new Sides(words, buttons);
        line.getStyleClass().add("build-lines");
        bar.getStyleClass().add("build-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(TEXTS.get("progress"));
        box = new VBox(line, bar);
        box.getStyleClass().add("build-head");
        model.phase().subscribe(this::show);
        model.took().subscribe(this::show);
        model.fraction().subscribe(this::show);
        model.rest().subscribe(this::show);
        model.trouble().subscribe(this::show);
        model.stale().subscribe(this::show);
        model.choices().choices().subscribe(now -> show());
    }

    Node node() {
        return box;
    }

    private void show() {
        Headline headline = Headline.of(model);
        StackPane picture = Icons.of(headline.icon(), ICON);
        picture.getStyleClass().add(headline.tone());
        icon.getChildren().setAll(picture);
        title.setText(headline.title());
        detail.setText(headline.detail());
        boolean running = model.phase().get().running();
        bar.setVisible(running);
        bar.setProgress(model.fraction().get());
    }
}
