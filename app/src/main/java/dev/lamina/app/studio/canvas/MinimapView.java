package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.Severity;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/// The whole canvas in small, with the part that is seen. A click or drag on it moves there.
final class MinimapView {
    private static final double WIDTH = 156;
    private static final double HEIGHT = 132;
    private static final double LEAST_WIDTH = 48;
    private static final double PADDING = 6;
    private static final double LEAST_CARD = 1.5;
    private static final double FAINT = 0.16;

    private final Viewport viewport;
    private final CanvasViewModel model;
    private final CanvasFocus focus;
    private final Canvas canvas = new Canvas();
    private final Region frame = new Region();
    private final Pane pane = new Pane(canvas, frame);
    private final Colours colours;
    private final AnimationTimer painting = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            paint();
        }
    };
    private boolean wanted = true;
    private boolean spared;

    MinimapView(Viewport viewport, CanvasViewModel model, CanvasFocus focus, Texts texts) {
        this.viewport = viewport;
        this.model = model;
        this.focus = focus;
        this.colours = new Colours(pane, this::repaint);
        pane.getStyleClass().addAll("canvas-float", "canvas-minimap");
        pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(texts.get("minimap.text"));
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        frame.getStyleClass().add("minimap-frame");
        frame.setManaged(false);
        canvas.relocate(PADDING, PADDING);
        viewport.camera().subscribe(this::placeFrame);
        viewport.layout().subscribe(this::repaint);
        focus.selected().subscribe(this::repaint);
        model.cards().subscribe(this::repaint);
    }

    Pane node() {
        return pane;
    }

    void toggle() {
        wanted = !wanted;
        placeFrame();
    }

    /// For as long as cards need all the room.
    void spare(boolean now) {
        spared = now;
        placeFrame();
    }

    /// In the next frame, once for all that changed until then.
    private void repaint() {
        painting.start();
    }

    private double scaleY() {
        CanvasLayout layout = viewport.layout().get();
        return Math.min(WIDTH / layout.width(), HEIGHT / layout.height());
    }

    /// Long documents would be a thread otherwise.
    private double scaleX() {
        return Math.max(scaleY(), LEAST_WIDTH / viewport.layout().get().width());
    }

    private void go(MouseEvent event) {
        double x = (event.getX() - PADDING) / scaleX();
        double y = (event.getY() - PADDING) / scaleY();
        Pane view = viewport.pane();
        viewport.move(camera -> {
            Point2D there = camera.view(x, y);
            return camera.panned(view.getWidth() / 2 - there.getX(), view.getHeight() / 2 - there.getY());
        });
        event.consume();
    }

    /// Not shown while all of the canvas is in sight.
    private void placeFrame() {
        Rectangle2D seen = viewport.seen();
        CanvasLayout all = viewport.layout().get();
        boolean whole = seen.contains(0, 0) && seen.contains(all.width() - 1, all.height() - 1);
        boolean before = pane.isVisible();
        pane.setVisible(wanted && !spared && !whole);
        double left = Math.max(0, seen.getMinX());
        double top = Math.max(0, seen.getMinY());
        double right = Math.min(all.width(), seen.getMaxX());
        double bottom = Math.min(all.height(), seen.getMaxY());
        frame.resizeRelocate(
                PADDING + left * scaleX(),
                PADDING + top * scaleY(),
                Math.max(1, right - left) * scaleX(),
                Math.max(1, bottom - top) * scaleY());
        if (pane.isVisible() && !before) {
            repaint();
        }
    }

    private void paint() {
        placeFrame();
        if (!pane.isVisible()) {
            return;
        }
        CanvasLayout layout = viewport.layout().get();
        canvas.setWidth(Math.ceil(layout.width() * scaleX()));
        canvas.setHeight(Math.ceil(layout.height() * scaleY()));
        pane.setPrefSize(canvas.getWidth() + 2 * PADDING, canvas.getHeight() + 2 * PADDING);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setGlobalAlpha(FAINT);
        layout.lanes().forEach(box -> fill(graphics, colours.lane(box.lane()), box.bounds()));
        graphics.setGlobalAlpha(1);
        Set<Place> selected = focus.selected();
        for (Card card : model.cards().get()) {
            LaneBox box = layout.lane(card.place().lane());
            if (box.open() && card.place().index() < box.count()) {
                fill(graphics, paintOf(card, selected), box.card(card.place().index()));
            }
        }
    }

    private Paint paintOf(Card card, Set<Place> selected) {
        if (selected.contains(card.place())) {
            return colours.selected();
        }
        boolean bad = card.facts()
                .trouble()
                .filter(trouble -> trouble.worst().atLeast(Severity.HIGH))
                .isPresent();
        return bad ? colours.problem() : colours.lane(card.place().lane());
    }

    private void fill(GraphicsContext graphics, Paint paint, Rectangle2D part) {
        graphics.setFill(paint);
        graphics.fillRect(
                part.getMinX() * scaleX(),
                part.getMinY() * scaleY(),
                Math.max(LEAST_CARD, part.getWidth() * scaleX()),
                Math.max(LEAST_CARD, part.getHeight() * scaleY()));
    }
}
