package dev.lamina.model.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the word that was probably meant.
public final class Nearest {
    /// Longer texts are no misspelled words, and comparing them costs time.
    private static final int LONGEST = 64;

    /// A list of volumes can be long.
    private static final int MOST = 500;

    private Nearest() {}

    /// The candidate that few typing errors turn into `word`, letter case aside.
    public static Optional<String> of(String word, Collection<String> candidates) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, (word.length() + 1) / 3);
        Optional<String> best = Optional.empty();
        for (String candidate : candidates.stream().limit(MOST).toList()) {
            int errors = Math.abs(candidate.length() - word.length()) > allowed
                    ? Integer.MAX_VALUE
                    : distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (errors <= allowed) {
                best = Optional.of(candidate);
                allowed = errors - 1;
            }
        }
        return best;
    }

    /// A hint that names the nearest candidate, or lists all when they are few.
    public static Optional<String> hint(String word, Collection<String> candidates) {
        Optional<String> nearest = of(word, candidates).map(name -> "did you mean " + Texts.quote(name) + "?");
        boolean few = !candidates.isEmpty() && candidates.size() <= 12;
        return nearest.or(() -> few ? Optional.of("known are " + list(candidates)) : Optional.empty());
    }

    private static String list(Collection<String> candidates) {
        return candidates.stream().map(Texts::shorten).collect(Collectors.joining(", "));
    }

    /// Insertions, deletions, replacements and swaps of neighbours.
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
