package dev.lamina.app.studio.run;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.IconButton;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.app.studio.run.Notice.Kind;
import dev.lamina.app.studio.run.Notice.Remedy;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The bar above a document that says what a person needs to know of its machine, with a button for
/// each remedy.
final class NoticeBar {
    private static final Texts TEXTS = Texts.of(NoticeBar.class);

    private final RunViewModel model;
    private final VBox bar = new VBox(6);

    NoticeBar(RunViewModel model) {
        this.model = model;
        bar.setAccessibleRole(AccessibleRole.PARENT);
        bar.managedProperty().bind(bar.visibleProperty());
        model.notice().subscribe(this::show);
    }

    Node node() {
        return bar;
    }

    private void show(Optional<Notice> notice) {
        bar.getChildren().clear();
        bar.setVisible(notice.isPresent());
        notice.ifPresent(this::fill);
    }

    private void fill(Notice notice) {
        bar.getStyleClass().setAll("run-notice", "run-notice-" + Texts.word(notice.kind()));
        bar.setAccessibleText(notice.text() + " " + notice.hint());
        Node close = IconButton.of("close", 14, TEXTS.get("notice.close"), model::dismiss);
        HBox row = new HBox(8, icon(notice.kind()), words(notice), close);
        row.setAlignment(Pos.TOP_LEFT);
        FlowPane buttons = new FlowPane(8, 4);
        buttons.getStyleClass().add("run-remedies");
        for (Remedy remedy : notice.remedies()) {
            buttons.getChildren()
                    .add(button(remedy, remedy.equals(notice.remedies().getFirst())));
        }
        bar.getChildren().addAll(row, buttons);
        if (!notice.details().isEmpty()) {
            buttons.getChildren().add(details(notice));
        }
        if (notice.kind() == Kind.FAILURE && !notice.hint().isEmpty()) {
            buttons.getChildren().add(copy(notice));
        }
        buttons.setVisible(!buttons.getChildren().isEmpty());
        buttons.setManaged(buttons.isVisible());
    }

    private static Node icon(Kind kind) {
        return switch (kind) {
            case INFO -> Icons.of("info", 16);
            case WARNING -> Icons.of("warning", 16);
            case FAILURE -> Icons.of("severity-error", 16);
        };
    }

    private static Node words(Notice notice) {
        VBox words = new VBox(2, Labels.wrapped(notice.text(), "run-notice-text"));
        if (!notice.hint().isEmpty()) {
            words.getChildren().add(Labels.wrapped(notice.hint(), "run-notice-hint"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private Node button(Remedy remedy, boolean first) {
        Button button = new Button(remedy.label());
        button.getStyleClass().add("small");
        if (first) {
            button.getStyleClass().add("accent");
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            model.dismiss();
            remedy.task().run();
        });
        return button;
    }

    private Node details(Notice notice) {
        TextArea area = new TextArea(String.join("\n", notice.details()));
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(notice.details().size() + 1L, 2, 8));
        area.setAccessibleText(TEXTS.get("details"));
        ToggleButton toggle = new ToggleButton(TEXTS.get("details"));
        toggle.getStyleClass().add("small");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.selectedProperty().subscribe(open -> {
            bar.getChildren().remove(area);
            if (open) {
                bar.getChildren().add(area);
            }
        });
        return toggle;
    }

    private Node copy(Notice notice) {
        Button copy = new Button(TEXTS.get("copy"));
        copy.getStyleClass().addAll("small", "flat");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> model.desk().clipboard().put(notice.text() + "\n" + notice.hint()));
        return copy;
    }
}
