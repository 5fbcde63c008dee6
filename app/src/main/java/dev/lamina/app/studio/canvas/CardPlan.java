package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.canvas.CardDetails.Meter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Where the parts of a card are within it.
final class CardPlan {
    private static final double LEFT = 13;
    private static final double RIGHT = 8;
    private static final double TITLE_LEFT = 35;
    private static final double TITLE_TOP = 7;
    private static final double TITLE_HEIGHT = 18;
    private static final double DETAIL_TOP = 27;
    private static final double DETAIL_HEIGHT = 15;
    private static final double BADGE_TOP = 46;
    private static final double BADGE_HEIGHT = 15;
    private static final double SPACE = 4;
    private static final double METER_WIDTH = 24;
    private static final double METER_HEIGHT = 4;

    private final Metrics metrics;
    private final double width;
    private final double height;

    CardPlan(Metrics metrics) {
        this.metrics = metrics;
        this.width = metrics.cardWidth();
        this.height = metrics.cardHeight();
    }

    private double px(double pixels) {
        return metrics.scaled(pixels);
    }

    void place(Node icon, Label title, CardDetails details) {
        icon.relocate(px(LEFT), px(TITLE_TOP + 1));
        icon.autosize();
        double right = corner(details.corner());
        double left = px(TITLE_LEFT);
        title.resizeRelocate(left, px(TITLE_TOP), right - left, px(TITLE_HEIGHT));
        double detailEnd = details.size().map(this::size).orElse(width - px(RIGHT));
        details.detail().resizeRelocate(px(LEFT), px(DETAIL_TOP), detailEnd - px(LEFT), px(DETAIL_HEIGHT));
        double end = details.meter().map(this::meter).orElse(width - px(RIGHT));
        badges(details, end);
    }

    /// @return where it begins
    private double size(Label size) {
        double wide = Math.ceil(size.prefWidth(-1));
        double left = width - px(RIGHT) - wide;
        size.resizeRelocate(left, px(DETAIL_TOP), wide, px(DETAIL_HEIGHT));
        return left - px(SPACE);
    }

    /// @return where the corner begins
    private double corner(List<Node> nodes) {
        double x = width - px(RIGHT);
        for (Node node : nodes.reversed()) {
            double wide = Math.ceil(node.prefWidth(-1));
            double high = Math.min(px(TITLE_HEIGHT), Math.ceil(node.prefHeight(-1)));
            x -= wide;
            node.resizeRelocate(x, px(TITLE_TOP) + Math.rint((px(TITLE_HEIGHT) - high) / 2), wide, high);
            x -= px(SPACE) / 2;
        }
        return x - px(SPACE) / 2;
    }

    /// @return where it begins
    private double meter(Meter meter) {
        double wide = Math.ceil(meter.number().prefWidth(-1));
        double numberLeft = width - px(RIGHT) - wide;
        meter.number().resizeRelocate(numberLeft, px(BADGE_TOP), wide, px(BADGE_HEIGHT));
        double left = numberLeft - px(SPACE) - px(METER_WIDTH);
        double top = px(BADGE_TOP) + Math.rint((px(BADGE_HEIGHT) - px(METER_HEIGHT)) / 2);
        meter.track().resizeRelocate(left, top, px(METER_WIDTH), px(METER_HEIGHT));
        double full = Math.max(px(METER_HEIGHT), px(METER_WIDTH) * meter.fraction());
        meter.fill().resizeRelocate(left, top, full, px(METER_HEIGHT));
        return left - px(SPACE);
    }

    private void badges(CardDetails details, double end) {
        double x = px(LEFT);
        double more = Math.ceil(details.more().prefWidth(-1));
        int shown = 0;
        List<Label> badges = details.badges();
        for (int i = 0; i < badges.size(); i++) {
            double wide = Math.ceil(badges.get(i).prefWidth(-1));
            double behind = i == badges.size() - 1 ? 0 : px(SPACE) + more;
            boolean fits = shown == i && x + wide + behind <= end;
            badges.get(i).setVisible(fits);
            if (fits) {
                badges.get(i).resizeRelocate(x, px(BADGE_TOP), wide, px(BADGE_HEIGHT));
                x += wide + px(SPACE);
                shown++;
            }
        }
        details.more().setText("+" + (badges.size() - shown));
        details.more().setVisible(shown < badges.size() && x + more <= end);
        details.more().resizeRelocate(x, px(BADGE_TOP), more, px(BADGE_HEIGHT));
    }

    /// A title as large as there is room for.
    void placeFar(Node icon, Label title) {
        icon.autosize();
        icon.relocate(px(LEFT), Math.rint((height - icon.prefHeight(-1)) / 2));
        double left = px(TITLE_LEFT);
        title.resizeRelocate(left, 0, width - left - px(SPACE), height);
    }
}
