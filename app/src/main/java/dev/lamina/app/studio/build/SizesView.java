package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.build.SizesModel.Crumb;
import dev.lamina.app.studio.look.Blank;
import dev.lamina.app.studio.look.IconButton;
import dev.lamina.app.studio.look.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the bytes of the built system are for: a picture of it, and beside it lists of components, of the biggest files
/// and of what is there several times.
final class SizesView {
    private static final Texts TEXTS = Texts.of(SizesView.class);

    private static final double SHARE = 0.62;

    private final SizesModel model;
    private final TreemapView treemap;
    private final HBox crumbs = new HBox();
    private final ListView<SizeRow> list = new ListView<>();
    private final Label total = Labels.wrapped("", "muted", "size-total");
    private final StackPane pane = new StackPane();

    SizesView(SizesModel model) {
        this.model = model;
        this.treemap = new TreemapView(model);
        Node split = Halves.of(picture(), lists(), SHARE);
        Node empty = Blank.of("chart", TEXTS.get("sizes.none.title"), TEXTS.get("sizes.none.words"));
        ObservableValue<Boolean> none = model.sizes().map(Optional::isEmpty);
        none.subscribe(nothing -> {
            empty.setVisible(nothing);
            split.setVisible(!nothing);
        });
        model.trail().subscribe(this::crumbs);
        model.sizes().subscribe(this::total);
        pane.getChildren().addAll(split, empty);
    }

    Node node() {
        return pane;
    }

    TreemapView treemap() {
        return treemap;
    }

    private Region picture() {
        crumbs.getStyleClass().add("size-crumbs");
        crumbs.setAlignment(Pos.CENTER_LEFT);
        crumbs.setMinWidth(0);
        BorderPane picture = new BorderPane(treemap.node());
        picture.getStyleClass().add("size-picture");
        picture.setTop(crumbs);
        return picture;
    }

    private void crumbs() {
        crumbs.getChildren().clear();
        List<Crumb> way = model.crumbs();
        Button out = IconButton.of("up", 14, TEXTS.get("sizes.out"), model::out);
        out.setDisable(way.size() < 2);
        crumbs.getChildren().add(out);
        for (Crumb crumb : way) {
            String label = crumb.label().isEmpty() ? TEXTS.get("sizes.system") : crumb.label();
            if (crumb.depth() > 0) {
                Label slash = new Label("›");
                slash.getStyleClass().add("muted");
                slash.setMinWidth(Region.USE_PREF_SIZE);
                crumbs.getChildren().add(slash);
            }
            Hyperlink link = new Hyperlink(label);
            link.setTooltip(new Tooltip(label));
            link.setOnAction(event -> model.outTo(crumb.depth()));
            link.setDisable(crumb.equals(way.getLast()));
            crumbs.getChildren().add(link);
        }
    }

    private Region lists() {
        Node top = new Segments<>(
                        List.of(SizeList.values()), model.list(), each -> TEXTS.get("sizes.list." + each.key()))
                .node();
        top.getStyleClass().add("size-head");
        list.setItems(model.rows());
        list.setCellFactory(any -> new SizeCell(this::colours));
        list.getStyleClass().addAll("build-list", "dense");
        model.list().subscribe(now -> list.setAccessibleText(TEXTS.get("sizes.list." + now.key())));
        list.setPlaceholder(new Label(TEXTS.get("sizes.nothing")));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open();
                event.consume();
            }
        });
        VBox box = new VBox(top, list, total);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getStyleClass().add("build-half");
        return box;
    }

    private ComponentColours colours() {
        return model.sizes()
                .get()
                .map(sizes -> ComponentColours.of(sizes.tree()))
                .orElse(new ComponentColours(Map.of()));
    }

    private void open() {
        SizeRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row);
        }
    }

    private void total() {
        total.setText(model.sizes()
                .get()
                .map(sizes -> TEXTS.get(
                        "sizes.total",
                        Amounts.bytes(sizes.report().stored()),
                        Amounts.bytes(sizes.report().bytes()),
                        sizes.report().files(),
                        Amounts.bytes(sizes.wasted())))
                .orElse(""));
    }
}
