package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Blank;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The builds of the document that are remembered. Two that are selected can be compared; one with the one before.
final class BuildsView {
    private static final Texts TEXTS = Texts.of(BuildsView.class);

    private static final double SHARE = 0.62;

    private final BuildsModel model;
    private final Runnable showChanges;
    private final ListView<BuildRow> list;
    private final BuildDetails details;
    private final Button compare = new Button();
    private final Label hint = new Label(TEXTS.get("builds.hint"));
    private final StackPane pane = new StackPane();

    /// @param showChanges brings the difference to the front
    BuildsView(BuildsModel model, BuildWords words, Runnable showChanges) {
        this.model = model;
        this.showChanges = showChanges;
        this.details = new BuildDetails(words);
        this.list = new ListView<>(model.rows());
        list.setCellFactory(any -> new BuildCell(words));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getStyleClass().addAll("build-list", "dense");
        list.setAccessibleText(TEXTS.get("tab.builds"));
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<BuildRow>) change -> selected());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                compare();
                event.consume();
            }
        });
        list.getStyleClass().add("build-half");
        Node split = Halves.of(list, beside(), SHARE);
        Node empty = Blank.of("history", TEXTS.get("builds.none.title"), TEXTS.get("builds.none.words"));
        pane.getChildren().addAll(split, empty);
        Runnable show = () -> {
            boolean none = model.rows().isEmpty();
            empty.setVisible(none);
            split.setVisible(!none);
            if (!none && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            selected();
        };
        model.rows().subscribe(show);
        show.run();
    }

    Node node() {
        return pane;
    }

    private Region beside() {
        compare.getStyleClass().add("small");
        compare.setOnAction(event -> compare());
        hint.getStyleClass().add("muted");
        hint.setMinHeight(Region.USE_PREF_SIZE);
        compare.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane foot = new FlowPane(compare, hint);
        foot.getStyleClass().add("builds-foot");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(details.node(), foot);
        VBox.setVgrow(details.node(), Priority.ALWAYS);
        box.getStyleClass().add("build-half");
        return box;
    }

    private List<BuildRow> chosen() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private void selected() {
        List<BuildRow> chosen = chosen();
        compare.setText(TEXTS.get(chosen.size() == 2 ? "builds.compare.two" : "builds.compare.before"));
        compare.setDisable(pair().isEmpty());
        if (!chosen.isEmpty()) {
            details.show(chosen.getFirst().note());
        }
    }

    /// What would be compared; empty when the selection does not say.
    private List<BuildRow> pair() {
        List<BuildRow> chosen = chosen();
        if (chosen.size() == 1 && chosen.getFirst().done()) {
            return model.rows().stream()
                    .filter(row ->
                            row.done() && row.number() < chosen.getFirst().number())
                    .findFirst()
                    .map(before -> List.of(before, chosen.getFirst()))
                    .orElse(List.of());
        }
        return chosen.size() == 2 && chosen.stream().allMatch(BuildRow::done) ? chosen : List.of();
    }

    private void compare() {
        List<BuildRow> pair = pair();
        if (pair.size() == 2) {
            model.compare(pair.getFirst().note(), pair.getLast().note());
            showChanges.run();
        }
    }
}
