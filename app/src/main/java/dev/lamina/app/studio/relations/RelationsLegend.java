package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What the colours of relations mean: those that are drawn now.
final class RelationsLegend extends FlowPane {
    private static final Texts TEXTS = Texts.of(RelationsLegend.class);

    private static final double WIDTH = 380;

    private final RelationsViewModel model;

    RelationsLegend(RelationsViewModel model) {
        this.model = model;
        getStyleClass().add("relations-legend");
        setAccessibleText(TEXTS.get("legend"));
        setMouseTransparent(true);
        setPrefWrapLength(WIDTH);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE); // no larger than what it says
        model.shown().subscribe(this::show);
        model.omitted().subscribe(omitted -> show(model.shown().get()));
    }

    private void show(List<Relation> relations) {
        getChildren()
                .setAll(relations.stream()
                        .map(Relation::kind)
                        .distinct()
                        .sorted()
                        .map(RelationsLegend::entry)
                        .toList());
        int omitted = model.omitted().get();
        if (omitted > 0) {
            getChildren().add(new Label(TEXTS.get("omitted", omitted)));
        }
        setVisible(!relations.isEmpty());
    }

    /// Less than a row may have, when one row of its words is shorter.
    @Override
    protected double computePrefWidth(double height) {
        double words = getManagedChildren().stream()
                .mapToDouble(child -> snapSizeX(child.prefWidth(-1)) + getHgap())
                .sum();
        double row = snapSpaceX(snappedLeftInset() + words - getHgap() + snappedRightInset());
        return Math.min(super.computePrefWidth(height), Math.max(0, row));
    }

    private static HBox entry(RelationKind kind) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("relation-swatch", kind.word());
        Label label = new Label(TEXTS.get("kind." + kind.word()));
        HBox entry = new HBox(swatch, label);
        entry.getStyleClass().add("relation-entry");
        return entry;
    }
}
