package dev.lamina.app.cli;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/// What a mistyped command or option was probably meant to be.
final class Suggestions {
    private Suggestions() {}

    static Optional<String> nearest(UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        CommandLine line = e.getCommandLine();
        Stream<String> known = word.startsWith("-")
                ? line.getCommandSpec().optionsMap().keySet().stream().filter(name -> name.startsWith("--"))
                : line.getSubcommands().keySet().stream();
        String typed = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return known.filter(name -> distance(typed, name) <= Math.max(1, typed.length() / 3))
                .min(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(name -> name));
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
