package dev.lamina.app.studio.run;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.IconButton;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.Snapshot;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The bar above a document with the kept states of its machine.
final class SnapshotsBar {
    private static final Texts TEXTS = Texts.of(SnapshotsBar.class);

    private final SnapshotsViewModel model;
    private final ZoneId zone;
    private final VBox bar = new VBox(8);
    private final FlowPane list = new FlowPane(8, 8);
    private final TextField name = new TextField();

    /// @param zone of the people before it
    SnapshotsBar(SnapshotsViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        bar.getStyleClass().add("run-snapshots");
        bar.setAccessibleRole(AccessibleRole.PARENT);
        bar.setAccessibleText(TEXTS.get("snapshots.title"));
        bar.visibleProperty().bind(model.shown());
        bar.managedProperty().bind(bar.visibleProperty());
        bar.getChildren().addAll(head(), list, Labels.message(model.message(), "run-snapshots-message"));
        list.managedProperty().bind(list.visibleProperty());
        model.kept().subscribe(this::show);
        model.shown().subscribe(now -> {
            if (now) {
                name.requestFocus();
                name.selectAll();
            }
        });
    }

    Node node() {
        return bar;
    }

    private Node head() {
        Label title = new Label(TEXTS.get("snapshots.title"));
        title.setGraphic(Icons.of("snapshot", 16));
        title.getStyleClass().add("run-notice-text");
        title.setMinWidth(Region.USE_PREF_SIZE);
        name.textProperty().bindBidirectional(model.name());
        name.setAccessibleText(TEXTS.get("snapshots.name"));
        name.setPromptText(TEXTS.get("snapshots.name"));
        name.setPrefColumnCount(14);
        name.setOnAction(event -> model.keep());
        Button keep = new Button(TEXTS.get("snapshots.keep"));
        keep.getStyleClass().addAll("accent", "small");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.disableProperty().bind(model.busy());
        keep.setOnAction(event -> model.keep());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Node close = IconButton.of(
                "close", 14, TEXTS.get("snapshots.close"), () -> model.shown().set(false));
        HBox head = new HBox(8, title, name, keep, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(List<Snapshot> kept) {
        list.getChildren().setAll(kept.stream().map(this::card).toList());
        list.setVisible(!kept.isEmpty());
    }

    private Node card(Snapshot snapshot) {
        Label title = new Label(snapshot.name());
        title.getStyleClass().add("run-notice-text");
        Label when = new Label(TEXTS.get("snapshots.made", when(snapshot), size(snapshot)));
        when.getStyleClass().add("run-snapshot-made");
        VBox words = new VBox(title, when);
        HBox card = new HBox(
                10,
                words,
                button("reset", TEXTS.get("snapshots.restore", snapshot.name()), () -> model.restore(snapshot.name())),
                button("delete", TEXTS.get("snapshots.remove", snapshot.name()), () -> model.remove(snapshot.name())));
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("run-snapshot");
        return card;
    }

    private String when(Snapshot snapshot) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(Locale.getDefault(Locale.Category.DISPLAY))
                .format(snapshot.made().atZone(zone));
    }

    private static String size(Snapshot snapshot) {
        return new ByteSize(snapshot.bytes()).toString();
    }

    private Node button(String icon, String words, Runnable task) {
        Button button = IconButton.of(icon, 16, words, task);
        button.disableProperty().bind(model.busy());
        return button;
    }
}
