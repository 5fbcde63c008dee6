package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The window onto the canvas: keeps layout and camera, and shows what is in sight.
final class Viewport {
    /// At a smaller zoom nobody can read more than titles.
    private static final double FAR = 0.55;

    /// So many cards are made in one frame.
    private static final int AT_ONCE = 6;

    /// Those with a title alone are quickly made.
    private static final int AT_ONCE_FAR = 16;

    /// As many as a usual window shows.
    private static final int AT_FIRST = 60;

    private static final double ROOM = 12;

    private final CanvasViewModel model;
    private final CanvasFocus focus;
    private final WorldView world;
    private final Pane pane = new Pane();
    private final Label probe = new Label();
    private final Sharpness sharpness;
    private final ReadOnlyObjectWrapper<CanvasLayout> layout;
    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.START);
    private final AnimationTimer filling = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (fill(far ? AT_ONCE_FAR : AT_ONCE)) {
                stop();
            }
        }
    };
    private Metrics metrics = Metrics.USUAL;
    private boolean far;
    private boolean held;
    private Runnable refocus = () -> {};
    private DoubleSupplier footOfAll = () -> 0;
    private DoubleSupplier footOfPart = () -> 0;
    private OptionalDouble wrap = OptionalDouble.empty();

    Viewport(CanvasViewModel model, CanvasFocus focus, WorldView world) {
        this.model = model;
        this.focus = focus;
        this.world = world;
        this.sharpness = new Sharpness(filling::start);
        this.layout = new ReadOnlyObjectWrapper<>(CanvasLayout.of(metrics, 0, lane -> 0, Set.of()));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(pane.widthProperty());
        clip.heightProperty().bind(pane.heightProperty());
        pane.setClip(clip);
        pane.getStyleClass().add("canvas-view");
        pane.setMinSize(0, 0);
        probe.setManaged(false);
        probe.setVisible(false);
        pane.getChildren().addAll(probe, world.pane());
        pane.widthProperty().subscribe(this::arrange);
        pane.heightProperty().subscribe(() -> move(UnaryOperator.identity()));
        model.cards().subscribe(cards -> arrange());
        model.closed().subscribe(this::arrange);
        focus.card().subscribe(card -> fill(AT_ONCE));
        probe.fontProperty().subscribe(font -> setFont(font.getSize()));
    }

    private void setFont(double size) {
        if (size != metrics.font()) {
            metrics = new Metrics(size);
            world.setMetrics(metrics);
            arrange();
        }
    }

    Pane pane() {
        return pane;
    }

    ReadOnlyObjectProperty<CanvasLayout> layout() {
        return layout.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Camera> camera() {
        return camera.getReadOnlyProperty();
    }

    Steps steps() {
        return new Steps(layout.get());
    }

    /// The part of the canvas that is in sight.
    Rectangle2D seen() {
        return camera.get().seen(pane.getWidth(), pane.getHeight());
    }

    /// What is at a point of the view.
    Point2D world(double x, double y) {
        return camera.get().world(x, y);
    }

    private void arrange() {
        double width = wrap.orElse(pane.getWidth());
        layout.set(CanvasLayout.of(metrics, width, model::count, model.closed()));
        boolean focused = world.views().stream().anyMatch(CardView::isFocused);
        world.arrange(layout.get());
        fill(AT_FIRST);
        move(UnaryOperator.identity());
        if (focused) {
            refocus.run();
        }
    }

    /// Cards that are moved to another place of the scene lose the focus of the window.
    void whenFocusIsLost(Runnable task) {
        refocus = task;
    }

    /// What lies over the lower edge of the view: every card can be moved clear of it.
    ///
    /// @param always how much of the view it covers from below
    /// @param notOfAll the same, while not all of the canvas is in sight
    void setFoot(DoubleSupplier always, DoubleSupplier notOfAll) {
        footOfAll = always;
        footOfPart = () -> Math.max(always.getAsDouble(), notOfAll.getAsDouble());
    }

    private double foot(DoubleSupplier covered) {
        return Math.min(covered.getAsDouble(), pane.getHeight() / 2);
    }

    /// Looks elsewhere; the canvas is never lost from sight.
    void move(UnaryOperator<Camera> change) {
        Camera before = camera.get();
        Camera now = change.apply(before).kept(layout.get(), pane.getWidth(), pane.getHeight(), foot(footOfPart));
        camera.set(now);
        world.look(now);
        if (now.zoom() != before.zoom()) {
            sharpness.moved(world.views());
        }
        if (!fill(AT_ONCE)) {
            filling.start();
        }
    }

    private boolean fill(int most) {
        if (pane.getWidth() <= 0 || pane.getHeight() <= 0) {
            return true;
        }
        Rectangle2D part = seen();
        List<Place> stops = stops();
        Set<Place> wanted = new LinkedHashSet<>(stops);
        wanted.addAll(layout.get().within(part));
        if (sharpness.resting()) {
            far = camera.get().zoom() < FAR;
        }
        boolean all = world.reveal(layout.get(), wanted, far, most);
        world.stopAt(stops);
        return all;
    }

    /// The cards at which the Tab key stops: in each lane the one that has the focus, or the first one.
    private List<Place> stops() {
        return layout.get().lanes().stream()
                .filter(box -> box.open() && box.count() > 0)
                .map(box -> focus.card()
                        .get()
                        .map(Card::place)
                        .filter(place -> place.lane() == box.lane() && place.index() < box.count())
                        .orElse(new Place(box.lane(), 0)))
                .toList();
    }

    void pan(double dx, double dy) {
        move(now -> now.panned(dx, dy));
    }

    void zoom(double factor, double x, double y) {
        move(now -> now.zoomed(factor, x, y));
    }

    /// Zooms at the middle.
    void zoom(double factor) {
        zoom(factor, pane.getWidth() / 2, pane.getHeight() / 2);
    }

    /// All of it in sight, in rows as long as it takes.
    void fit() {
        double width = pane.getWidth();
        double height = pane.getHeight() - foot(footOfAll);
        wrap = OptionalDouble.of(CanvasLayout.fitting(metrics, width, height, model::count, model.closed())
                .width());
        arrange();
        move(now -> Camera.fitting(layout.get(), width, height));
    }

    /// 100 %, in rows as long as the view is wide.
    void reset() {
        wrap = OptionalDouble.empty();
        Point2D middle = world(pane.getWidth() / 2, pane.getHeight() / 2);
        double share = middle.getY() / layout.get().height();
        arrange();
        move(now -> new Camera(0, pane.getHeight() / 2 - share * layout.get().height(), 1));
    }

    /// While the pointer is pressed nothing moves below it, whatever is to be shown.
    void hold(boolean now) {
        held = now;
    }

    void show(Place place) {
        if (!held && layout.get().lane(place.lane()).open()) {
            show(layout.get().card(place));
        }
    }

    void show(Rectangle2D part) {
        move(now -> now.showing(part, pane.getWidth(), pane.getHeight() - foot(footOfPart), ROOM));
    }
}
