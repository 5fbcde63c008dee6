package dev.lamina.model.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;

/// Finds what two lists have in common, in the same order: as much as can be, unless they differ too much
/// for that.
final class Matching {
    /// More differences are not worth the time and memory to find the best way around them.
    private static final int MOST = 1000;

    private Matching() {}

    /// @param before index in the first list
    /// @param after index in the second list
    record Match(int before, int after) {}

    /// The matches in order. Whatever is between two of them differs.
    static <A, B> List<Match> of(List<A> before, List<B> after, BiPredicate<A, B> same) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && same.test(before.get(start), after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && same.test(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            matches.add(new Match(i, i));
        }
        List<A> left = before.subList(start, before.size() - end);
        List<B> right = after.subList(start, after.size() - end);
        for (Match match : middle(left, right, same)) {
            matches.add(new Match(match.before + start, match.after + start));
        }
        for (int i = end; i > 0; i--) {
            matches.add(new Match(before.size() - i, after.size() - i));
        }
        return matches;
    }

    /// The greedy method of E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): for each
    /// number of differences the furthest point on every diagonal.
    private static <A, B> List<Match> middle(List<A> before, List<B> after, BiPredicate<A, B> same) {
        int n = before.size();
        int m = after.size();
        if (n == 0 || m == 0) {
            return List.of();
        }
        int most = Math.min(MOST, n + m);
        int[] furthest = new int[2 * most + 2];
        List<int[]> rounds = new ArrayList<>();
        for (int d = 0; d <= most; d++) {
            rounds.add(furthest.clone());
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || k != d && furthest[most + k - 1] < furthest[most + k + 1];
                int x = down ? furthest[most + k + 1] : furthest[most + k - 1] + 1;
                while (x < n && x - k < m && x - k >= 0 && same.test(before.get(x), after.get(x - k))) {
                    x++;
                }
                furthest[most + k] = x;
                if (x >= n && x - k >= m) {
                    return back(rounds, most, n, m);
                }
            }
        }
        return List.of();
    }

    private static List<Match> back(List<int[]> rounds, int most, int n, int m) {
        List<Match> matches = new ArrayList<>();
        int x = n;
        int y = m;
        for (int d = rounds.size() - 1; d >= 0; d--) {
            int[] furthest = rounds.get(d);
            int k = x - y;
            boolean down = k == -d || k != d && furthest[most + k - 1] < furthest[most + k + 1];
            int from = down ? k + 1 : k - 1;
            int fromX = d == 0 ? 0 : furthest[most + from];
            int fromY = d == 0 ? 0 : fromX - from;
            while (x > fromX && y > fromY) {
                x--;
                y--;
                matches.add(new Match(x, y));
            }
            x = fromX;
            y = fromY;
        }
        Collections.reverse(matches);
        return matches;
    }
}
