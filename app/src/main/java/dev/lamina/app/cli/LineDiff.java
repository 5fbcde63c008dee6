package dev.lamina.app.cli;

import java.util.List;

/// What changed in a text that has as many lines as before, in the form of `diff -u`.
final class LineDiff {
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /// Empty when nothing changed.
    static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        LineDiff diff = new LineDiff(before.lines().toList(), after.lines().toList());
        return "--- " + name + "\n+++ " + name + "\n" + diff.hunks();
    }

    private String hunks() {
        StringBuilder text = new StringBuilder();
        for (int first = nextChange(0); first < before.size(); ) {
            int last = first;
            for (int next = nextChange(last + 1); next < before.size() && next - last <= 2 * CONTEXT; ) {
                last = next;
                next = nextChange(last + 1);
            }
            hunk(Math.max(0, first - CONTEXT), Math.min(before.size(), last + 1 + CONTEXT), text);
            first = nextChange(last + 1);
        }
        return text.toString();
    }

    private int nextChange(int from) {
        int line = from;
        while (line < before.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        return line;
    }

    private void hunk(int from, int to, StringBuilder text) {
        String range = (from + 1) + "," + (to - from);
        text.append("@@ -").append(range).append(" +").append(range).append(" @@\n");
        for (int line = from; line < to; ) {
            int end = line;
            while (end < to && !before.get(end).equals(after.get(end))) {
                end++;
            }
            if (end == line) {
                text.append(' ').append(before.get(line)).append('\n');
                line++;
                continue;
            }
            before.subList(line, end)
                    .forEach(old -> text.append('-').append(old).append('\n'));
            after.subList(line, end).forEach(now -> text.append('+').append(now).append('\n'));
            line = end;
        }
    }
}
