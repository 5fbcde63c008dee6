package dev.lamina.vmlaunch;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Keeps the last lines of a console in bounded memory. Takes bytes without escape sequences.
final class LastLines {
    private static final int MAX_LINE = 400;

    private final int limit;
    private final Deque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LastLines(int limit) {
        this.limit = limit;
    }

    void accept(int value) {
        if (value == '\n') {
            finishLine();
        } else if (line.size() < MAX_LINE) {
            line.write(value);
        }
    }

    private void finishLine() {
        String text = ConsoleText.printable(line.toByteArray()).stripTrailing();
        line.reset();
        if (text.isEmpty()) {
            return;
        }
        lines.addLast(text);
        if (lines.size() > limit) {
            lines.removeFirst();
        }
    }

    /// With the line that is not finished yet, if any.
    List<String> toList() {
        List<String> all = new ArrayList<>(lines);
        String open = ConsoleText.printable(line.toByteArray()).stripTrailing();
        if (!open.isEmpty()) {
            all.add(open);
        }
        return all.size() > limit ? List.copyOf(all.subList(all.size() - limit, all.size())) : List.copyOf(all);
    }
}
