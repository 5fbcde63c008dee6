package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
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
    private static final double WIDTH = 168;
    private static final double HEIGHT = 120;
    private static final double PADDING = 6;
    private static final double LEAST_CARD = 2;
    private static final double FAINT = 0.16;

    private final Viewport viewport;
    private final CanvasViewModel model;
    private final CanvasFocus focus;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Pane pane = new Pane(canvas);
    private final Colours colours;
    private boolean wanted = true;
    private final AnimationTimer painting = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            paint();
        }
    };

    MinimapView(Viewport viewport, CanvasViewModel model, CanvasFocus focus, Texts texts) {
        this.viewport = viewport;
        this.model = model;
        this.focus = focus;
        this.colours = new Colours(pane, this::repaint);
        pane.getStyleClass().addAll("canvas-float", "canvas-minimap");
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(texts.get("minimap.text"));
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        viewport.camera().subscribe(this::repaint);
        viewport.layout().subscribe(this::repaint);
        focus.selected().subscribe(this::repaint);
        model.cards().subscribe(this::repaint);
    }

    Pane node() {
        return pane;
    }

    /// In the next frame, once for all that changed until then.
    private void repaint() {
        painting.start();
    }

    private double zoom() {
        CanvasLayout layout = viewport.layout().get();
        return Math.min((WIDTH - 2 * PADDING) / layout.width(), (HEIGHT - 2 * PADDING) / layout.height());
    }

    private void go(MouseEvent event) {
        double zoom = zoom();
        double x = (event.getX() - left(zoom)) / zoom;
        double y = (event.getY() - PADDING) / zoom;
        Pane view = viewport.pane();
        viewport.move(camera -> {
            Point2D there = camera.view(x, y);
            return camera.panned(view.getWidth() / 2 - there.getX(), view.getHeight() / 2 - there.getY());
        });
        event.consume();
    }

    private double left(double zoom) {
        return (WIDTH - viewport.layout().get().width() * zoom) / 2;
    }

    /// Not shown while all of the canvas is in sight.
    private void paint() {
        Rectangle2D seen = viewport.seen();
        CanvasLayout all = viewport.layout().get();
        boolean whole = seen.contains(0, 0) && seen.contains(all.width() - 1, all.height() - 1);
        pane.setVisible(wanted && !whole);
        if (!pane.isVisible()) {
            return;
        }
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        double zoom = zoom();
        graphics.save();
        graphics.translate(left(zoom), PADDING);
        CanvasLayout layout = viewport.layout().get();
        Set<Place> selected = focus.selected();
        for (LaneBox box : layout.lanes()) {
            graphics.setGlobalAlpha(FAINT);
            fill(graphics, colours.lane(box.lane()), box.bounds(), zoom, 0);
            graphics.setGlobalAlpha(1);
        }
        for (Card card : model.cards().get()) {
            LaneBox box = layout.lane(card.place().lane());
            if (box.open() && card.place().index() < box.count()) {
                fill(graphics, paintOf(card, selected), box.card(card.place().index()), zoom, LEAST_CARD);
            }
        }
        frame(graphics, zoom);
        graphics.restore();
    }

    private Paint paintOf(Card card, Set<Place> selected) {
        if (selected.contains(card.place())) {
            return colours.selected();
        }
        boolean bad = card.facts()
                .trouble()
                .filter(trouble -> trouble.tone().equals("danger"))
                .isPresent();
        return bad ? colours.problem() : colours.lane(card.place().lane());
    }

    private static void fill(GraphicsContext graphics, Paint paint, Rectangle2D part, double zoom, double least) {
        graphics.setFill(paint);
        graphics.fillRect(
                part.getMinX() * zoom,
                part.getMinY() * zoom,
                Math.max(least, part.getWidth() * zoom),
                Math.max(least, part.getHeight() * zoom));
    }

    private void frame(GraphicsContext graphics, double zoom) {
        Rectangle2D seen = viewport.seen();
        CanvasLayout layout = viewport.layout().get();
        double left = Math.max(0, seen.getMinX());
        double top = Math.max(0, seen.getMinY());
        graphics.setStroke(colours.frame());
        graphics.setLineWidth(1.5);
        graphics.strokeRect(
                left * zoom,
                top * zoom,
                (Math.min(layout.width(), seen.getMaxX()) - left) * zoom,
                (Math.min(layout.height(), seen.getMaxY()) - top) * zoom);
    }

    void toggle() {
        wanted = !wanted;
        repaint();
    }
}
