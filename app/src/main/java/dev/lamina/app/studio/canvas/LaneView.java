package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One lane with the cards of it that have been seen. They stand in their order, which is that of the
/// focus. What changes while something is dragged are single nodes: a style of the lane itself would be one
/// of all its cards.
final class LaneView extends Pane {
    private static final PseudoClass ACCEPTS = PseudoClass.getPseudoClass("accepts");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    /// Before the cards come the ground, the head, and what is said when there are none.
    private static final int FIRST_CARD = 3;

    private final CardText words;
    private final Lane lane;
    private final LaneHead head;
    private final Label empty;
    private final Region ground = new Region();
    private final Region veil = new Region();
    private final List<CardView> views = new ArrayList<>();
    private int count;

    LaneView(Lane lane, Texts texts, CardText words, Metrics metrics) {
        this.words = words;
        this.lane = lane;
        this.head = new LaneHead(lane, texts, words, metrics);
        this.empty = new Label(texts.get("empty." + lane.key()));
        getStyleClass().addAll("lane", "lane-" + lane.key());
        empty.getStyleClass().add("lane-empty");
        empty.setWrapText(true);
        empty.setManaged(false);
        setManaged(false);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        ground.getStyleClass().add("lane-ground");
        veil.getStyleClass().add("lane-veil");
        for (Region region : List.of(ground, veil)) {
            region.setManaged(false);
            region.setMouseTransparent(true);
        }
        veil.setVisible(false);
        getChildren().addAll(ground, head, empty, veil);
    }

    Lane lane() {
        return lane;
    }

    LaneHead head() {
        return head;
    }

    void place(LaneBox box) {
        Rectangle2D bounds = box.bounds();
        resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        ground.resize(bounds.getWidth(), bounds.getHeight());
        veil.resize(bounds.getWidth(), bounds.getHeight());
        head.show(box);
        Rectangle2D body = box.body();
        empty.resizeRelocate(
                body.getMinX() - bounds.getMinX(),
                body.getMinY() - bounds.getMinY(),
                body.getWidth(),
                body.getHeight());
        empty.setVisible(box.open() && box.count() == 0);
        if (count != box.count()) {
            count = box.count();
            notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
        }
        head.setCount(count);
        setAccessibleText(words.spoken(lane, count));
    }

    /// Takes over these cards, in their order. Those that stay are not touched, so that the focus stays
    /// too.
    void show(List<CardView> cards) {
        List<CardView> ordered = cards.stream()
                .sorted(Comparator.comparing(view -> view.card().place()))
                .toList();
        if (ordered.equals(views)) {
            return;
        }
        Set<Node> wanted = new HashSet<>(ordered);
        List<Node> children = getChildren();
        children.removeIf(node -> node instanceof CardView && !wanted.contains(node));
        for (int i = 0; i < ordered.size(); i++) {
            putAt(children, FIRST_CARD + i, ordered.get(i));
        }
        views.clear();
        views.addAll(ordered);
    }

    /// Moves few nodes when one card went to another place.
    private static void putAt(List<Node> children, int index, CardView view) {
        if (index + 1 < children.size() && children.get(index + 1) == view) {
            children.remove(index); // it comes later
        }
        if (index >= children.size() || children.get(index) != view) {
            children.remove(view);
            children.add(index, view);
        }
    }

    /// How it looks while something is dragged; empty when nothing is.
    ///
    /// @param accepts whether it takes what is dragged
    void dragging(Optional<Boolean> accepts) {
        ground.pseudoClassStateChanged(ACCEPTS, accepts.orElse(false));
        veil.setVisible(!accepts.orElse(true));
    }

    /// Whether what is dragged would land here.
    void target(boolean now) {
        ground.pseudoClassStateChanged(TARGET, now);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> count;
            case ITEM_AT_INDEX ->
                views.stream()
                        .filter(view -> view.card().place().index() == (Integer) parameters[0])
                        .findFirst()
                        .orElse(null);
            case null, default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
