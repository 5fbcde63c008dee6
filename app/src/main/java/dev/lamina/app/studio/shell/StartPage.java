package dev.lamina.app.studio.shell;

import dev.lamina.app.operation.RecentFiles.Recent;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.StartViewModel;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the window shows while no document is open: the ways to begin.
final class StartPage {
    private static final Texts TEXTS = Texts.of(StartPage.class);

    /// Four tiles beside each other.
    private static final double WIDEST = 1060;

    private final StartViewModel start;
    private final VBox recent = new VBox(2);
    private final ScrollPane pane = new ScrollPane();

    /// @param open the action that opens a file
    StartPage(StartViewModel start, Optional<Action> open, Optional<Action> create) {
        this.start = start;
        Label title = new Label(TEXTS.get("start.title"));
        title.getStyleClass().add("title-2");
        HBox buttons = new HBox(8);
        create.map(action -> ActionButton.words(action, "accent")).ifPresent(buttons.getChildren()::add);
        open.map(ActionButton::words).ifPresent(buttons.getChildren()::add);
        VBox page = new VBox(
                20,
                new VBox(6, title, wrapped("start.words")),
                buttons,
                new Gallery(start).node(),
                new VBox(8, head("start.recent"), recent));
        page.setMaxWidth(WIDEST);
        page.getStyleClass().add("start-page");
        HBox middle = new HBox(page);
        middle.setAlignment(Pos.TOP_CENTER);
        pane.setContent(middle);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
        start.recent().addListener((ListChangeListener<Recent>) change -> showRecent());
        showRecent();
    }

    Node node() {
        start.refresh();
        return pane;
    }

    private static Label head(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add("pane-title");
        return label;
    }

    private static Label wrapped(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private void showRecent() {
        List<Recent> files = start.recent();
        if (files.isEmpty()) {
            recent.getChildren().setAll(wrapped("start.noRecent"));
        } else {
            recent.getChildren().setAll(files.stream().map(this::row).toList());
        }
    }

    private Node row(Recent file) {
        Hyperlink name = new Hyperlink(file.file().getFileName().toString());
        name.setTooltip(new Tooltip(file.file().toString()));
        name.setDisable(file.missing());
        name.setOnAction(event -> start.open(file));
        Label folder = new Label(
                file.missing()
                        ? TEXTS.get("start.missing")
                        : String.valueOf(file.file().getParent()));
        folder.getStyleClass().add("muted");
        folder.setTooltip(new Tooltip(file.file().toString()));
        Button forget = new Button();
        forget.setGraphic(Icons.of("close", 12));
        forget.getStyleClass().addAll("flat", "button-icon", "small");
        forget.setAccessibleText(TEXTS.get("start.forget", file.file().getFileName()));
        forget.setTooltip(new Tooltip(TEXTS.get("start.forget", file.file().getFileName())));
        forget.setOnAction(event -> start.forget(file));
        HBox row = new HBox(8, Icons.of("file", 14), name, folder, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
