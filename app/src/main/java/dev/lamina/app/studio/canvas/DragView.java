package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.canvas.DropTarget.Verdict;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging.Load;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/// What is seen while something is dragged: the card itself below the pointer, or the name of what is no card yet,
/// where it lands, or why not.
final class DragView {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double OFFSET = 14;
    private static final double ICON = 16;
    private static final double WIDEST = 300;
    private static final double SMALLEST = 0.4;

    private final WorldView world;
    private final Pane layer;
    private final Texts texts;
    private final Label name = new Label();
    private final ImageView picture = new ImageView();
    private final Label count = new Label();
    private final Label words = new Label();
    private final HBox title = new HBox();
    private final VBox ghost = new VBox(title, words);
    private final Region mark = new Region();
    private Optional<Lane> lane = Optional.empty();

    /// @param layer above the view, in its coordinates
    DragView(WorldView world, Pane layer, Texts texts) {
        this.world = world;
        this.layer = layer;
        this.texts = texts;
        mark.getStyleClass().add("canvas-mark");
        mark.setManaged(false);
        mark.setVisible(false);
        words.setWrapText(true);
        words.setMaxWidth(WIDEST);
        words.getStyleClass().add("ghost-words");
        name.getStyleClass().add("ghost-name");
        count.getStyleClass().add("ghost-count");
        title.getStyleClass().add("ghost-title");
        ghost.getStyleClass().add("canvas-ghost");
        ghost.setManaged(false);
        ghost.setVisible(false);
        ghost.setMouseTransparent(true);
        world.above().getChildren().add(mark);
        layer.getChildren().add(ghost);
    }

    /// What hangs on the pointer from now on.
    ///
    /// @param card the first of the cards that are dragged, as it is seen; empty when it is not
    void take(Load load, Optional<CardView> card) {
        switch (load) {
            case Load.New(Offer offer) -> name(offer.name(), "add");
            case Load.Cards(DocumentSession from, List<Place> places) -> {
                String several = places.size() == 1 ? "" : texts.get("drag.several", places.size());
                if (card.isPresent()) {
                    picture.setImage(picture(card.get()));
                    count.setText(several);
                    title.getChildren().setAll(several.isEmpty() ? List.of(picture) : List.of(picture, count));
                } else {
                    name(several.isEmpty() ? places.getFirst().name(from.composition()) : several, "drag");
                }
            }
        }
    }

    private void name(String words, String icon) {
        name.setText(words);
        title.getChildren().setAll(Icons.of(icon, ICON), name);
    }

    /// As large as it is seen, but no larger than it is usually.
    private Image picture(CardView card) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        double scale = Math.clamp(world.zoom(), SMALLEST, 1);
        parameters.setTransform(Transform.scale(scale, scale));
        return card.snapshot(parameters, null);
    }

    /// @param x where the pointer is in the view
    void show(Verdict verdict, double x, double y, boolean copy) {
        switch (verdict) {
            case Verdict.Lands(Lane to, int index, Rectangle2D at) -> {
                mark.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
                mark.setVisible(true);
                mark.toFront();
                say(texts.get(copy ? "drag.copy" : "drag.to", texts.get("lane." + to.key())), false);
                point(Optional.of(to));
            }
            case Verdict.Refused(Lane to, String reason) -> {
                mark.setVisible(false);
                say(reason, true);
                point(Optional.empty());
            }
        }
        ghost.setVisible(true);
        ghost.autosize();
        double left = Math.min(x + OFFSET, layer.getWidth() - ghost.getWidth());
        double top = Math.min(y + OFFSET, layer.getHeight() - ghost.getHeight());
        ghost.relocate(Math.rint(Math.max(0, left)), Math.rint(Math.max(0, top)));
    }

    private void say(String text, boolean refused) {
        words.setText(text);
        ghost.pseudoClassStateChanged(REFUSED, refused);
    }

    private void point(Optional<Lane> to) {
        lane.ifPresent(before -> world.lane(before).target(false));
        to.ifPresent(now -> world.lane(now).target(true));
        lane = to;
    }

    void hide() {
        ghost.setVisible(false);
        mark.setVisible(false);
        point(Optional.empty());
    }
}
