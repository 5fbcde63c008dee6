package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.canvas.DropTarget.Verdict;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.app.studio.session.Dragging.Load;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/// Dragging of cards, and of what comes from the palette, over the canvas: shows where it lands, and lets
/// it land.
final class PointerDrag {
    private final Viewport viewport;
    private final WorldView world;
    private final CanvasViewModel model;
    private final CanvasFocus focus;
    private final DocumentSession session;
    private final Dragging dragging;
    private final DragView view;
    private final EdgeScroll edges;
    private final EventHandler<KeyEvent> escape = this::escape;
    private Optional<DropTarget> target = Optional.empty();
    private Optional<Place> pressed = Optional.empty();
    private Subscription watching = Subscription.EMPTY;
    private double x;
    private double y;
    private boolean copy;

    PointerDrag(
            Viewport viewport,
            WorldView world,
            CanvasViewModel model,
            CanvasFocus focus,
            DocumentSession session,
            Dragging dragging,
            DragView view) {
        this.viewport = viewport;
        this.world = world;
        this.model = model;
        this.focus = focus;
        this.session = session;
        this.dragging = dragging;
        this.view = view;
        this.edges = new EdgeScroll(viewport, this::show);
    }

    void install() {
        Pane pane = viewport.pane();
        pane.sceneProperty().subscribe(scene -> {
            watching.unsubscribe();
            watching = scene == null ? Subscription.EMPTY : dragging.load().subscribe(this::loadIs);
        });
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
        pane.addEventHandler(MouseDragEvent.MOUSE_DRAG_OVER, this::over);
        pane.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, event -> leave());
        pane.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, this::drop);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> end());
    }

    private void press(MouseEvent event) {
        Point2D at = viewport.world(event.getX(), event.getY());
        pressed = viewport.layout().get().at(at.getX(), at.getY());
    }

    private void begin(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && pressed.isPresent()) {
            if (!focus.selected().contains(pressed.get())) {
                focus.choose(pressed.get());
            }
            viewport.pane().startFullDrag();
            dragging.load().set(Optional.of(new Load.Cards(session, List.copyOf(focus.selected()))));
            event.consume();
        }
    }

    /// From here on the lanes show whether they take it.
    private void loadIs(Optional<Load> load) {
        Scene scene = viewport.pane().getScene();
        load.ifPresent(taken -> view.take(taken, first(taken)));
        fade(load);
        if (load.isPresent()) {
            DropTarget now = new DropTarget(load.get(), session);
            target = Optional.of(now);
            for (Lane lane : Lane.values()) {
                world.lane(lane).dragging(Optional.of(now.refusal(lane).isEmpty()));
            }
            scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        } else {
            leave();
            for (Lane lane : Lane.values()) {
                world.lane(lane).dragging(Optional.empty());
            }
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    private Optional<CardView> first(Load load) {
        return switch (load) {
            case Load.New added -> Optional.empty();
            case Load.Cards(DocumentSession from, List<Place> places) ->
                from == session
                        ? places.stream().findFirst().flatMap(model::at).flatMap(world::view)
                        : Optional.empty();
        };
    }

    /// Those that hang on the pointer are faint where they were.
    private void fade(Optional<Load> load) {
        Set<Long> dragged = new HashSet<>();
        if (load.isPresent() && load.get() instanceof Load.Cards cards && cards.session() == session) {
            cards.places().forEach(place -> model.at(place).ifPresent(card -> dragged.add(card.id())));
        }
        world.views()
                .forEach(card -> card.setDragged(dragged.contains(card.card().id())));
    }

    private void over(MouseDragEvent event) {
        if (dragging.load().get().isPresent()) {
            x = event.getX();
            y = event.getY();
            copy = event.isShortcutDown();
            edges.at(x, y);
            show();
        }
    }

    private void show() {
        verdict().ifPresent(verdict -> view.show(verdict, x, y, copy));
    }

    private Optional<Verdict> verdict() {
        Point2D at = viewport.world(x, y);
        return target.map(there -> there.at(viewport.layout().get(), at.getX(), at.getY()));
    }

    private void leave() {
        edges.stop();
        view.hide();
    }

    /// The load may already be taken from the pointer by whoever began the drag: what counts is the target.
    private void drop(MouseDragEvent event) {
        x = event.getX();
        y = event.getY();
        Optional<DropTarget> there = target;
        Optional<Verdict> verdict = verdict();
        boolean copied = event.isShortcutDown();
        end();
        if (there.isPresent() && verdict.isPresent()) {
            switch (verdict.get()) {
                case Verdict.Lands lands -> session.apply(there.get().gesture(lands, copied));
                case Verdict.Refused(Lane lane, String reason) -> session.say(reason);
            }
        }
        target = Optional.empty();
    }

    private void end() {
        if (dragging.load().get().isPresent()) {
            dragging.load().set(Optional.empty());
        }
        leave();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            target = Optional.empty();
            end();
            event.consume();
        }
    }
}
