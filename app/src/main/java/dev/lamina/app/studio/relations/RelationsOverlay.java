package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Draws relations as curves between cards, and names them while they are few. Lies over the cards in their own
/// coordinates, and lets the mouse through. What is drawn of one kind is one path, so that hundreds cost little.
public final class RelationsOverlay extends Region {
    private static final Texts TEXTS = Texts.of(RelationsOverlay.class);

    /// More words would only cover the cards.
    private static final int MOST_LABELS = 24;

    private static final double GAP = 4;

    /// Dashes cost most of the time that a frame takes.
    private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");

    /// How far along a curve its name stands.
    private static final double NAMED_AT = 0.6;

    private final Map<RelationKind, Path> lines = new EnumMap<>(RelationKind.class);
    private final Map<RelationKind, Path> ends = new EnumMap<>(RelationKind.class);
    private final Group labels = new Group();
    private final List<Rectangle2D> taken = new ArrayList<>();

    public RelationsOverlay() {
        getStyleClass().add("relations-overlay");
        setMouseTransparent(true);
        setManaged(false);
        for (RelationKind kind : RelationKind.values()) {
            lines.put(kind, path("relation-line", kind));
            ends.put(kind, path("relation-end", kind));
        }
        getChildren().addAll(lines.values());
        getChildren().addAll(ends.values());
        getChildren().add(labels);
        labels.setManaged(false);
    }

    private static Path path(String style, RelationKind kind) {
        Path path = new Path();
        path.getStyleClass().addAll(style, kind.word());
        path.setManaged(false);
        return path;
    }

    /// @param where the bounds of a card in the coordinates of this node; empty when it is not shown
    public void show(List<Relation> relations, Function<Place, Optional<Bounds>> where) {
        clear();
        boolean few = relations.size() <= MOST_LABELS;
        pseudoClassStateChanged(MANY, !few);
        boolean ofOne = few && haveOneInCommon(relations);
        Map<List<Place>, Integer> drawn = new HashMap<>();
        for (Relation relation : relations) {
            Optional<Bounds> from = where.apply(relation.from());
            Optional<Place> other = relation.component();
            Optional<Bounds> to = other.flatMap(where);
            if (from.isPresent() && to.isPresent()) {
                int nth = drawn.merge(List.of(relation.from(), other.orElseThrow()), 1, Integer::sum);
                draw(relation.kind(), Curve.between(from.get(), to.get(), nth - 1), few);
            } else if (from.isPresent() && other.isEmpty() && ofOne) {
                chip(relation, from.get());
            }
        }
    }

    /// Only then there is room for what is no card.
    private static boolean haveOneInCommon(List<Relation> relations) {
        return relations.stream()
                .limit(1)
                .flatMap(first -> Stream.concat(Stream.of(first.from()), first.component().stream()))
                .anyMatch(place -> relations.stream().allMatch(relation -> relation.touches(place)));
    }

    public void clear() {
        lines.values().forEach(path -> path.getElements().clear());
        ends.values().forEach(path -> path.getElements().clear());
        labels.getChildren().clear();
        taken.clear();
    }

    private void draw(RelationKind kind, Curve curve, boolean named) {
        Objects.requireNonNull(lines.get(kind)).getElements().addAll(curve.elements());
        Point2D end = curve.to();
        // A line without length is a dot, as its ends are round.
        Objects.requireNonNull(ends.get(kind))
                .getElements()
                .addAll(new MoveTo(end.getX(), end.getY()), new LineTo(end.getX(), end.getY()));
        if (named) {
            Point2D at = curve.at(NAMED_AT);
            put(label(kind, TEXTS.get("short." + kind.word())), at.getX(), at.getY(), true);
        }
    }

    /// What is no card hangs below the card.
    private void chip(Relation relation, Bounds card) {
        String what = switch (relation.to()) {
            case Relation.Target.Component component -> "";
            case Relation.Target.Path(String path) -> path;
            case Relation.Target.System() -> TEXTS.get("system");
        };
        String text = TEXTS.get("chip", TEXTS.get("short." + relation.kind().word()), what);
        put(label(relation.kind(), text), card.getMinX() + 3 * GAP, card.getMaxY() + GAP, false);
    }

    private static Label label(RelationKind kind, String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("relation-label", kind.word());
        label.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return label;
    }

    /// Puts a label where it covers no other one: there, or further down.
    private void put(Label label, double x, double y, boolean centred) {
        labels.getChildren().add(label);
        label.applyCss();
        double width = label.prefWidth(-1);
        double height = label.prefHeight(-1);
        double left = centred ? x - width / 2 : x;
        Rectangle2D place = new Rectangle2D(left, centred ? y - height / 2 : y, width, height);
        while (isTaken(place)) {
            place = new Rectangle2D(left, place.getMinY() + height + GAP, width, height);
        }
        taken.add(place);
        label.relocate(place.getMinX(), place.getMinY());
        label.resize(width, height);
    }

    private boolean isTaken(Rectangle2D place) {
        return taken.stream().anyMatch(place::intersects);
    }
}
