package dev.lamina.app.studio.palette;

import atlantafx.base.controls.CustomTextField;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What can be added: a field to search, the entries in their groups, and below them the explanation of one.
public final class PaletteView {
    private static final Texts TEXTS = Texts.of(PaletteView.class);

    private final PaletteViewModel model;
    private final CustomTextField field = new CustomTextField();
    private final ListView<PaletteRow> list = new ListView<>();
    private final BorderPane pane = new BorderPane();
    private final List<Action> actions;

    /// @param add puts an offer into the document in front
    public PaletteView(Desk desk, Consumer<Offer> add) {
        model = new PaletteViewModel(new PaletteSources(desk.operations()), desk.background(), add);
        actions = List.of(
                ActionBuilder.of("palette.search", Action.Place.VIEW, TEXTS)
                        .icon("search")
                        .key("Shortcut+K")
                        .does(this::search),
                ActionBuilder.of("palette.refresh", Action.Place.NONE, TEXTS)
                        .icon("reset")
                        .does(model::refresh));
        PaletteDrag drag = new PaletteDrag(desk, model, pane);
        list.setCellFactory(view -> new RowCell(model, drag));
        list.setItems(model.rows());
        ListKeys.install(field, list, model);
        KeptChoice.install(list, model);
        EntryMenu.install(list, model);
        field();
        lay();
    }

    private void field() {
        field.setLeft(Icons.of("search", 16));
        field.setPromptText(TEXTS.get("search.prompt"));
        field.setAccessibleText(TEXTS.get("search.prompt"));
        field.textProperty().bindBidirectional(model.query());
        field.getStyleClass().add("palette-search");
    }

    private void lay() {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("pane-title");
        title.setTooltip(new Tooltip(title.getText()));
        VBox top = new VBox(title, field);
        top.getStyleClass().add("palette-top");
        list.getStyleClass().add("palette-list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(TEXTS.get("list"));
        VBox.setVgrow(list, Priority.ALWAYS);
        ExplanationView explanation = new ExplanationView(model);
        SplitPane split = new SplitPane(list, explanation.node());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.66);
        split.getStyleClass().add("palette-split");
        SplitPane.setResizableWithParent(explanation.node(), false);
        pane.setTop(top);
        pane.setCenter(split);
        pane.getStyleClass().add("palette");
    }

    private void search() {
        field.requestFocus();
        field.selectAll();
    }

    /// Looks into the image store again, after something was pulled or built.
    public void refresh() {
        model.refresh();
    }

    /// The entries that fit what somebody types somewhere else, the best first; those used last when nothing is typed.
    ///
    /// @param lane where it is to be added, when that is settled: what fits there comes first
    public List<PaletteEntry> find(String query, Optional<Lane> lane) {
        return model.find(query, lane);
    }

    /// Remembers that an offer of the palette was used somewhere else.
    public void used(Offer offer) {
        model.used(offer);
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return actions;
    }
}
