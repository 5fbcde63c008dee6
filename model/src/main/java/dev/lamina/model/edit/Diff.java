package dev.lamina.model.edit;

import dev.lamina.model.edit.Matching.Match;
import java.util.ArrayList;
import java.util.List;

/// What changed in a text, in the form of `diff -u`. Lines that differ only in how they end are the same.
public final class Diff {
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final List<Change> changes;

    /// Lines `from` up to `to` became lines `newFrom` up to `newTo`.
    private record Change(int from, int to, int newFrom, int newTo) {}

    private Diff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.changes = changes(before, after);
    }

    /// Empty when no line changed.
    ///
    /// @param name of the file
    public static String of(String name, String before, String after) {
        Diff diff = new Diff(before.lines().toList(), after.lines().toList());
        return diff.changes.isEmpty() ? "" : "--- " + name + "\n+++ " + name + "\n" + diff.hunks();
    }

    private static List<Change> changes(List<String> before, List<String> after) {
        List<Match> matches = new ArrayList<>(Matching.of(before, after, String::equals));
        matches.add(new Match(before.size(), after.size()));
        List<Change> changes = new ArrayList<>();
        int from = 0;
        int newFrom = 0;
        for (Match match : matches) {
            if (match.before() > from || match.after() > newFrom) {
                changes.add(new Change(from, match.before(), newFrom, match.after()));
            }
            from = match.before() + 1;
            newFrom = match.after() + 1;
        }
        return changes;
    }

    private String hunks() {
        StringBuilder text = new StringBuilder();
        for (int first = 0; first < changes.size(); ) {
            int end = first + 1;
            while (end < changes.size() && changes.get(end).from - changes.get(end - 1).to < 2 * CONTEXT) {
                end++;
            }
            hunk(changes.subList(first, end), text);
            first = end;
        }
        return text.toString();
    }

    private void hunk(List<Change> hunk, StringBuilder text) {
        Change first = hunk.getFirst();
        Change last = hunk.getLast();
        int above = Math.min(CONTEXT, first.from);
        int below = Math.min(CONTEXT, before.size() - last.to);
        String old = range(first.from - above, last.to + below);
        String now = range(first.newFrom - above, last.newTo + below);
        text.append("@@ -").append(old).append(" +").append(now).append(" @@\n");
        int at = first.from - above;
        for (Change change : hunk) {
            lines(' ', before.subList(at, change.from), text);
            lines('-', before.subList(change.from, change.to), text);
            lines('+', after.subList(change.newFrom, change.newTo), text);
            at = change.to;
        }
        lines(' ', before.subList(at, last.to + below), text);
    }

    /// A range without lines is named by the line in front of it.
    private static String range(int from, int to) {
        return (to > from ? from + 1 : from) + "," + (to - from);
    }

    private static void lines(char mark, List<String> lines, StringBuilder text) {
        lines.forEach(line -> text.append(mark).append(line).append('\n'));
    }
}
