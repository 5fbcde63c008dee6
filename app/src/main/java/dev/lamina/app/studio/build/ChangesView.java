package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Blank;
import dev.lamina.assembler.difference.SystemDifference;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// How two builds differ: at first the newest and the one before.
final class ChangesView {
    private static final Texts TEXTS = Texts.of(ChangesView.class);

    private final BuildsModel model;
    private final BuildWords words;
    private final Label title = new Label();
    private final Label growth = new Label();
    private final BorderPane content = new BorderPane();
    private final StackPane pane = new StackPane();

    ChangesView(BuildsModel model, BuildWords words) {
        this.model = model;
        this.words = words;
        ListView<ChangeRow> list = new ListView<>(model.changes());
        list.setCellFactory(any -> new ChangeCell());
        list.getStyleClass().addAll("build-list", "dense");
        list.setAccessibleText(TEXTS.get("tab.changes"));
        list.setPlaceholder(new Label(TEXTS.get("changes.equal")));
        content.setCenter(list);
        content.setTop(head());
        Node empty = Blank.of("swap", TEXTS.get("changes.none.title"), TEXTS.get("changes.none.words"));
        model.comparison().subscribe(now -> {
            Optional<SystemDifference> known = now.flatMap(Comparison::difference);
            content.setVisible(known.isPresent());
            empty.setVisible(known.isEmpty());
            now.ifPresent(this::show);
        });
        pane.getChildren().addAll(content, empty);
    }

    Node node() {
        return pane;
    }

    private Node head() {
        title.getStyleClass().add("change-head-title");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(title.textProperty());
        title.setTooltip(whole);
        growth.getStyleClass().add("growth");
        growth.setMinWidth(Region.USE_PREF_SIZE);
        CheckBox minor = new CheckBox(TEXTS.get("changes.minor"));
        minor.selectedProperty().bindBidirectional(model.minor());
        minor.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, growth, space, minor);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("change-head");
        return head;
    }

    private void show(Comparison compared) {
        compared.difference().ifPresent(difference -> {
            long before = difference.before().stored();
            long after = difference.after().stored();
            title.setText(TEXTS.get(
                    "changes.title",
                    words.when(compared.before()),
                    words.when(compared.after()),
                    Amounts.bytes(before),
                    Amounts.bytes(after)));
            Growths.show(growth, OptionalLong.of(after - before));
        });
    }
}
