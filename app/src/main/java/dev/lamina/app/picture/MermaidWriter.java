package dev.lamina.app.picture;

import dev.lamina.model.check.SystemView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A system as a flowchart of Mermaid: a box for each layer, one above the other.
final class MermaidWriter {
    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> ids = new HashMap<>();

    private MermaidWriter() {}

    /// @param links to be drawn as well; those of components that are not there are left out
    static String write(SystemView system, List<Link> links) {
        return new MermaidWriter().all(system, links);
    }

    private String all(SystemView system, List<Link> links) {
        CardReader reader = new CardReader(system, icon -> true);
        line("flowchart TB");
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            List<Card> cards = reader.read(layer);
            if (!cards.isEmpty()) {
                layer(layer, cards);
                layers.add(layer);
            }
        }
        for (int i = 1; i < layers.size(); i++) {
            line("  " + id(layers.get(i - 1)) + " ~~~ " + id(layers.get(i)));
        }
        links.stream()
                .filter(link -> ids.containsKey(link.from()) && ids.containsKey(link.to()))
                .distinct()
                .forEach(link -> line(
                        "  " + ids.get(link.from()) + " -->|\"" + quoted(link.kind()) + "\"| " + ids.get(link.to())));
        return out.toString();
    }

    private void layer(Layer layer, List<Card> cards) {
        line("  subgraph " + id(layer) + " [\"" + layer.title() + "\"]");
        line("    direction LR");
        for (int i = 0; i < cards.size(); i++) {
            Card card = cards.get(i);
            String id = layer.key() + i;
            ids.put(card.path(), id);
            List<String> words = new ArrayList<>(List.of("<b>" + quoted(card.title()) + "</b>", quoted(card.detail())));
            if (!card.badges().isEmpty()) {
                words.add(quoted(String.join(
                        " · ", card.badges().stream().map(Card.Badge::text).toList())));
            }
            line("    " + id + "[\"" + String.join("<br>", words) + "\"]");
        }
        if (layer == Layer.ONBOOT || layer == Layer.ONSHUTDOWN) {
            for (int i = 1; i < cards.size(); i++) {
                line("    " + layer.key() + (i - 1) + " --> " + layer.key() + i);
            }
        }
        line("  end");
    }

    /// Not a word of Mermaid's own.
    private static String id(Layer layer) {
        return "layer-" + layer.key();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /// Text that ends neither its quotes nor its line, and is neither HTML nor Markdown: all but letters,
    /// digits and the most harmless signs are written as numbers.
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || " .,:/-_+·".indexOf(point) >= 0) {
                quoted.appendCodePoint(point);
            } else {
                quoted.append('#').append(point).append(';');
            }
        });
        return quoted.toString();
    }
}
