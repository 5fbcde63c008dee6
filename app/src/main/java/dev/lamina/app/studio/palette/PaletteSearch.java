package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds entries by what somebody types: in names first, then in sentences. One letter may be wrong.
///
/// Made once for a list of entries; may be asked on any thread.
final class PaletteSearch {
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Shorter words mean too many things when a letter of them may be wrong.
    private static final int SHORTEST_WITH_TYPO = 4;

    private final List<Indexed> index;

    PaletteSearch(List<PaletteEntry> entries) {
        this.index = entries.stream().map(Indexed::of).toList();
    }

    /// In small letters.
    private record Indexed(PaletteEntry entry, String name, List<String> words, String summary, String rest) {

        static Indexed of(PaletteEntry entry) {
            String name = small(entry.name());
            String image = entry.image().orElse("");
            return new Indexed(
                    entry,
                    name,
                    List.of(GAPS.split(name)),
                    " " + GAPS.matcher(small(entry.summary())).replaceAll(" "),
                    small(entry.explanation() + " " + image));
        }

        /// How well one word fits; 0 when it does not.
        int fits(String word) {
            if (name.startsWith(word)) {
                return name.length() == word.length() ? 100 : 80;
            }
            for (String part : words) {
                if (part.startsWith(word)) {
                    return 60;
                }
            }
            if (name.contains(word)) {
                return 50;
            }
            if (summary.contains(" " + word)) {
                return 30;
            }
            if (summary.contains(word)) {
                return 20;
            }
            return mistyped(word) ? 15 : rest.contains(word) ? 10 : 0;
        }

        private boolean mistyped(String word) {
            if (word.length() < SHORTEST_WITH_TYPO) {
                return false;
            }
            for (String part : words) {
                if (OneTypo.of(word, part)) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Hit(PaletteEntry entry, int fit) {}

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt((Hit hit) -> -hit.fit)
            .thenComparing(hit -> hit.entry.group())
            .thenComparingInt(hit -> hit.entry.name().length());

    /// All that fit, the best first; all there are when nothing is asked for. Every word has to fit.
    ///
    /// @param lane into which they have to go, when that matters
    List<PaletteEntry> find(String query, Optional<Lane> lane) {
        String asked = small(query.strip());
        String[] words = asked.isEmpty() ? new String[0] : asked.split("\\s+");
        List<Hit> hits = new ArrayList<>();
        for (Indexed indexed : index) {
            if (lane.isEmpty() || indexed.entry.lanes().contains(lane.get())) {
                int fit = fit(indexed, asked, words);
                if (fit > 0) {
                    hits.add(new Hit(indexed.entry, fit));
                }
            }
        }
        if (words.length > 0) {
            hits.sort(BEST_FIRST);
        }
        return hits.stream().map(Hit::entry).toList();
    }

    private static int fit(Indexed indexed, String asked, String[] words) {
        int sum = indexed.name.startsWith(asked) ? 100 : 1;
        for (String word : words) {
            int fit = indexed.fits(word);
            if (fit == 0) {
                return 0;
            }
            sum += fit;
        }
        return sum;
    }

    int size() {
        return index.size();
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
