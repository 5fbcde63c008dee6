package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import java.util.List;
import java.util.Locale;

/// The components of a document, to go to.
final class Symbols {
    private Symbols() {}

    /// @param name as people call it
    /// @param lane in the document, e.g. `services`
    record Symbol(Place place, String name, String lane) {}

    /// Those whose name or lane holds all words that have been typed.
    static List<Symbol> find(Composition composition, String typed) {
        List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return Place.all(composition).stream()
                .map(place ->
                        new Symbol(place, place.name(composition), place.lane().key()))
                .filter(symbol -> words.stream().allMatch(word -> matches(symbol, word)))
                .toList();
    }

    private static boolean matches(Symbol symbol, String word) {
        return (symbol.lane() + " " + symbol.name()).toLowerCase(Locale.ROOT).contains(word);
    }
}
