package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/// The lanes and cards themselves, as large as the camera wants them. Only cards that are or were in sight
/// have nodes; those out of sight are hidden.
final class WorldView {
    private final CanvasViewModel model;
    private final Texts texts;
    private final CardText words;
    private final Pane pane = new Pane();
    private final Pane above = new Pane();
    private final Scale scale = new Scale(1, 1);
    private final Map<Lane, LaneView> lanes = new EnumMap<>(Lane.class);
    private final Map<Long, CardView> views = new HashMap<>();
    private final CardDress dress;
    private Metrics metrics = Metrics.USUAL;
    private Set<Long> seen = Set.of();
    private boolean far;

    WorldView(CanvasViewModel model, CardDress dress, Texts texts) {
        this.model = model;
        this.dress = dress;
        this.texts = texts;
        this.words = new CardText(texts);
        pane.getStyleClass().add("canvas-world");
        pane.getTransforms().add(scale);
        pane.setManaged(false);
        above.setMouseTransparent(true);
        above.setManaged(false);
        build();
    }

    Pane pane() {
        return pane;
    }

    /// A layer above the cards, in the same coordinates.
    Pane above() {
        return above;
    }

    LaneView lane(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane), "there is one of each");
    }

    Optional<CardView> view(Card card) {
        return Optional.ofNullable(views.get(card.id()));
    }

    /// All cards that have nodes.
    List<CardView> views() {
        return List.copyOf(views.values());
    }

    /// Builds everything anew, for a font of another size.
    void setMetrics(Metrics now) {
        if (!now.equals(metrics)) {
            metrics = now;
            views.clear();
            seen = Set.of();
            build();
        }
    }

    private void build() {
        lanes.clear();
        for (Lane lane : Lane.values()) {
            LaneView view = new LaneView(lane, texts, words, metrics);
            view.head().whenUsed(() -> model.toggle(lane));
            lanes.put(lane, view);
        }
        pane.getChildren().setAll(lanes.values());
        pane.getChildren().add(above);
    }

    /// Puts everything in its place, and shows what the document says now.
    void arrange(CanvasLayout layout) {
        pane.resize(layout.width(), layout.height());
        above.resize(layout.width(), layout.height());
        layout.lanes().forEach(box -> lane(box.lane()).place(box));
        Set<Long> gone = new HashSet<>(views.keySet());
        model.cards().get().forEach(card -> gone.remove(card.id()));
        views.keySet().removeAll(gone);
        for (Card card : model.cards().get()) {
            CardView view = views.get(card.id());
            if (view != null) {
                view.show(card);
                place(view, layout);
            }
        }
        seen = Set.of();
        order();
    }

    private void order() {
        Map<Lane, List<CardView>> byLane = views.values().stream()
                .collect(Collectors.groupingBy(view -> view.card().place().lane()));
        lanes.forEach((lane, view) -> view.show(byLane.getOrDefault(lane, List.of())));
    }

    private static void place(CardView view, CanvasLayout layout) {
        LaneBox box = layout.lane(view.card().place().lane());
        Rectangle2D at = box.card(view.card().place().index());
        view.resizeRelocate(
                at.getMinX() - box.bounds().getMinX(),
                at.getMinY() - box.bounds().getMinY(),
                at.getWidth(),
                at.getHeight());
    }

    /// Looks at another part, or from another distance.
    void look(Camera camera) {
        pane.relocate(Math.rint(camera.x()), Math.rint(camera.y()));
        scale.setX(camera.zoom());
        scale.setY(camera.zoom());
    }

    double zoom() {
        return scale.getX();
    }

    /// Shows the cards that are in sight, and hides the others.
    ///
    /// @param wanted those in sight, and those that must be there for the focus
    /// @param most how many cards may be made or made anew now
    /// @return whether all are shown
    boolean reveal(CanvasLayout layout, Set<Place> wanted, boolean fromFar, int most) {
        far = fromFar;
        Set<Long> now = new HashSet<>();
        int made = 0;
        int known = views.size();
        for (Place place : wanted) {
            Optional<Card> card = model.at(place);
            if (card.isEmpty()) {
                continue;
            }
            long id = card.get().id();
            CardView view = views.get(id);
            if (view == null && made < most) {
                view = make(card.get(), layout);
                made++;
            }
            if (view != null) {
                if (view.far() != far && made < most) {
                    view.setFar(far);
                    made++;
                }
                view.setVisible(layout.lane(place.lane()).open());
                now.add(id);
            }
        }
        if (views.size() > known) {
            order();
        }
        hide(now);
        return made < most;
    }

    /// The cards at which the Tab key stops.
    void stopAt(List<Place> places) {
        Set<Long> stops = new HashSet<>();
        places.forEach(place -> model.at(place).ifPresent(card -> stops.add(card.id())));
        views.forEach((id, view) -> view.setFocusTraversable(stops.contains(id)));
    }

    private void hide(Set<Long> now) {
        for (long id : seen.isEmpty() ? views.keySet() : seen) {
            CardView view = views.get(id);
            if (view != null && !now.contains(id)) {
                view.setVisible(false);
            }
        }
        seen = now;
    }

    private CardView make(Card card, CanvasLayout layout) {
        CardView view = new CardView(card, far, metrics, words);
        views.put(card.id(), view);
        place(view, layout);
        dress.dress(view);
        return view;
    }
}
