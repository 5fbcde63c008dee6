package dev.lamina.app.picture;

import dev.lamina.app.picture.Figure.Box;
import dev.lamina.app.picture.Figure.Words;
import dev.lamina.app.picture.Layout.Row;
import dev.lamina.model.Composition;
import dev.lamina.model.check.SystemView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws a system: a card for each component, in the layers of the system.
final class SystemDrawing {
    private static final double RADIUS = 8;
    private static final double TITLE = 13.5;
    private static final double COUNT = 11;

    private SystemDrawing() {}

    /// @param links to be drawn as well; those of components that are not there are left out
    static Drawing of(SystemView system, List<Link> links, Colours colours) {
        Icons icons = new Icons();
        CardReader reader = new CardReader(system, icons::has);
        Map<Layer, List<Card>> cards = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            cards.put(layer, reader.read(layer));
        }
        Layout layout = Layout.of(cards);
        List<Link> shown = links.stream()
                .filter(link -> layout.cards().containsKey(link.from())
                        && layout.cards().containsKey(link.to()))
                .distinct()
                .toList();
        List<Figure> figures = new ArrayList<>();
        CardFigures drawer = new CardFigures(colours, icons, figures);
        layout.layers().forEach(row -> layer(row, layout, colours, drawer, figures));
        LinkFigures lines = new LinkFigures(colours, shown, figures);
        lines.draw(shown, layout.cards());
        double height = layout.height();
        if (!shown.isEmpty()) {
            lines.legend(height + 4, layout.width() - Layout.MARGIN);
            height += LinkFigures.LEGEND;
        }
        return new Drawing(title(system.composition()), layout.width(), height, colours, figures);
    }

    private static void layer(Row row, Layout layout, Colours colours, CardFigures drawer, List<Figure> figures) {
        double x = row.spot().x();
        double y = row.spot().y();
        figures.add(new Box(
                x,
                y,
                row.spot().width(),
                row.spot().height(),
                RADIUS,
                Optional.of(colours.ground()),
                Optional.of(colours.edge())));
        drawer.icon(row.layer().icon(), x + 14, y + 16, 18);
        figures.add(new Words(row.layer().title(), x + 40, y + 30, TITLE, true, colours.words()));
        figures.add(new Words(
                row.cards().size() + (row.cards().size() == 1 ? " component" : " components"),
                x + 40,
                y + 47,
                COUNT,
                false,
                colours.muted()));
        for (int i = 0; i < row.cards().size(); i++) {
            Card card = row.cards().get(i);
            Optional<Integer> number = inOrder(row.layer()) ? Optional.of(i + 1) : Optional.empty();
            drawer.draw(
                    card,
                    Optional.ofNullable(layout.cards().get(card.path())).orElseThrow(),
                    row.layer().colour(colours),
                    number);
        }
    }

    /// Whether its components run one after the other.
    private static boolean inOrder(Layer layer) {
        return layer == Layer.ONBOOT || layer == Layer.ONSHUTDOWN;
    }

    private static String title(Composition composition) {
        int services = composition.services().size();
        int onboot = composition.onboot().size();
        return "A system with " + services + (services == 1 ? " service" : " services") + " and " + onboot + " onboot "
                + (onboot == 1 ? "container" : "containers");
    }
}
