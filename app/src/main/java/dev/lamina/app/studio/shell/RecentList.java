package dev.lamina.app.studio.shell;

import dev.lamina.app.operation.RecentFiles.Recent;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.StartViewModel;
import dev.lamina.app.studio.look.IconButton;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The files that were opened last: a few of them, all on demand. Takes no room when there are none.
final class RecentList {
    private static final Texts TEXTS = Texts.of(RecentList.class);

    private static final int FEW = 4;

    private final StartViewModel start;
    private final VBox rows = new VBox(2);
    private final VBox node;
    private final BooleanProperty all = new SimpleBooleanProperty();

    RecentList(StartViewModel start) {
        this.start = start;
        Label title = new Label(TEXTS.get("start.recent"));
        title.getStyleClass().add("pane-title");
        this.node = new VBox(6, title, rows);
        start.recent().addListener((ListChangeListener<Recent>) change -> show());
        all.subscribe(this::show);
        show();
    }

    Node node() {
        return node;
    }

    private void show() {
        List<Recent> files = start.recent();
        node.setVisible(!files.isEmpty());
        node.setManaged(!files.isEmpty());
        boolean few = !all.get() && files.size() > FEW + 1; // a line that hides a single one is worth nothing
        rows.getChildren()
                .setAll(files.stream()
                        .limit(few ? FEW : files.size())
                        .map(this::row)
                        .toList());
        if (few) {
            Hyperlink more = new Hyperlink(TEXTS.get("start.allRecent", files.size()));
            more.setOnAction(event -> all.set(true));
            rows.getChildren().add(more);
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
        Button forget = IconButton.of(
                "close", 12, TEXTS.get("start.forget", file.file().getFileName()), () -> start.forget(file));
        HBox row = new HBox(8, Icons.of("file", 14), name, folder, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
