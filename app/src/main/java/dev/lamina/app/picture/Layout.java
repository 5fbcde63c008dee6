package dev.lamina.app.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where everything in a picture is: layers from top to bottom, cards in their rows. Layers without cards
/// are left out.
///
/// @param cards where each card is
record Layout(double width, double height, List<Row> layers, Map<String, Spot> cards) {
    static final double CARD_WIDTH = 176;
    static final double CARD_HEIGHT = 68;
    static final double HEAD = 132;
    static final double GAP = 8;
    static final double MARGIN = 16;

    /// Layers with more cards than this in a row would make a picture too wide to read.
    private static final int MOST_COLUMNS = 8;

    private static final int FEWEST_COLUMNS = 3;

    /// What is nearly as wide as a page, on which it is high.
    private static final double SHAPE = 0.7;

    Layout {
        layers = List.copyOf(layers);
        cards = Map.copyOf(cards);
    }

    /// @param cards of the layer
    record Row(Layer layer, List<Card> cards, Spot spot) {
        Row {
            cards = List.copyOf(cards);
        }
    }

    record Spot(double x, double y, double width, double height) {
        double middleX() {
            return x + width / 2;
        }

        double bottom() {
            return y + height;
        }
    }

    static Layout of(Map<Layer, List<Card>> layers) {
        int columns = columns(layers);
        double laneWidth = HEAD + columns * (CARD_WIDTH + GAP) + GAP;
        List<Row> rows = new ArrayList<>();
        Map<String, Spot> spots = new LinkedHashMap<>();
        double top = MARGIN;
        for (Map.Entry<Layer, List<Card>> layer : layers.entrySet()) {
            List<Card> cards = layer.getValue();
            if (!cards.isEmpty()) {
                double height = (cards.size() + columns - 1) / columns * (CARD_HEIGHT + GAP) + GAP;
                rows.add(new Row(layer.getKey(), cards, new Spot(MARGIN, top, laneWidth, height)));
                for (int i = 0; i < cards.size(); i++) {
                    spots.put(
                            cards.get(i).path(),
                            new Spot(
                                    MARGIN + HEAD + GAP + i % columns * (CARD_WIDTH + GAP),
                                    top + GAP + (double) (i / columns) * (CARD_HEIGHT + GAP),
                                    CARD_WIDTH,
                                    CARD_HEIGHT));
                }
                top += height + GAP;
            }
        }
        double height = Math.max(2 * MARGIN, top - GAP + MARGIN);
        return new Layout(laneWidth + 2 * MARGIN, height, rows, spots);
    }

    private static int columns(Map<Layer, List<Card>> layers) {
        int most = layers.values().stream().mapToInt(List::size).max().orElse(0);
        int all = layers.values().stream().mapToInt(List::size).sum();
        int square = (int) Math.ceil(Math.sqrt(all * SHAPE));
        return Math.clamp(Math.min(most, square), FEWEST_COLUMNS, Math.max(MOST_COLUMNS, square));
    }
}
