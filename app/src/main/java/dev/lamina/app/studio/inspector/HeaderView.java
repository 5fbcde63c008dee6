package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.check.Finding;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Which component it is, and what is wrong with it.
final class HeaderView {
    private static final Texts TEXTS = Texts.of(HeaderView.class);
    private static final int FEW = 2;

    private final InspectorViewModel model;
    private final StackPane icon = new StackPane();
    private final TextField name = new TextField();
    private final VBox problems = new VBox(6);
    private final Hyperlink more = new Hyperlink();
    private final VBox exposure = new VBox();
    private final VBox box = new VBox(4);
    private boolean all;

    HeaderView(InspectorViewModel model) {
        this.model = model;
        name.getStyleClass().addAll("inspector-name");
        name.setAccessibleText(TEXTS.get("name"));
        name.setOnAction(event -> rename());
        name.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                rename();
            }
        });
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(model.header().get());
                event.consume();
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox title = new HBox(8, icon, name);
        title.setAlignment(Pos.CENTER_LEFT);
        Label image = Shown.wrapped("", "muted", "mono", "inspector-small");
        image.textProperty().bind(model.header().map(Header::image));
        Shown.when(image, image.textProperty().isNotEmpty());
        Label about = Shown.wrapped("", "muted", "inspector-small");
        about.textProperty().bind(model.header().map(now -> TEXTS.get("header.about", now.kind(), now.about())));
        more.getStyleClass().add(Styles.SMALL);
        more.setOnAction(event -> {
            all = !all;
            more.setVisited(false);
            problems();
        });
        box.getStyleClass().add("inspector-header");
        box.getChildren().addAll(title, image, about, exposure, new NoteView(model).node(), problems);
        model.header().addListener((property, before, now) -> show(now));
        model.findings().addListener(changed -> problems());
        model.beforeOther(this::rename);
        show(model.header().get());
        problems();
    }

    private void show(Header now) {
        icon.getChildren().setAll(Icons.of(now.icon(), 22));
        if (!name.getText().equals(now.name())) {
            name.setText(now.name());
        }
        name.setTooltip(new Tooltip(now.renamable() ? TEXTS.get("name.tooltip") : now.name()));
        name.setEditable(now.renamable());
        name.setFocusTraversable(now.renamable());
    }

    private void rename() {
        model.rename(name.getText());
        if (name.getText().isBlank()) {
            name.setText(model.header().get().name());
        }
    }

    private void problems() {
        List<Finding> found = model.findings().get().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        problems.getChildren()
                .setAll(found.stream()
                        .limit(all ? found.size() : FEW)
                        .map(finding -> FindingRow.brief(finding, model::fix, model::reveal))
                        .toList());
        if (found.size() > FEW) {
            more.setText(all ? TEXTS.get("problems.fewer") : TEXTS.get("problems.more", found.size() - FEW));
            problems.getChildren().add(more);
        }
        problems.setVisible(!found.isEmpty());
        problems.setManaged(!found.isEmpty());
    }

    /// Where the meter of exposure goes.
    VBox exposure() {
        return exposure;
    }

    Region node() {
        return box;
    }
}
