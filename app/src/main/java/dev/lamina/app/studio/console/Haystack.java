package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Snapshot;
import dev.lamina.vmlaunch.screen.Terminal;
import java.util.ArrayList;
import java.util.List;

/// Looks for a text in all lines of a terminal that are there when it begins, while more may come. Lines that were
/// broken for the width of the screen are looked at as one.
final class Haystack {
    /// More are not counted: nobody goes through them.
    static final int MOST = 10_000;

    private static final int PIECE = 2000;

    /// A line without an end is looked at in parts of so many lines of the screen.
    private static final int LONGEST = 200;

    private final Terminal terminal;
    private final Needle needle;
    private final char[] wanted;
    private final List<Selected> hits = new ArrayList<>();
    private final Paragraph paragraph = new Paragraph();

    /// @param hits in order
    /// @param more whether there are more than were kept
    /// @param settled lines before this one will not change: a search that goes on may begin here
    record Found(List<Selected> hits, boolean more, long settled, long generation) {
        static final Found NOTHING = new Found(List.of(), false, 0, -1);

        Found {
            hits = List.copyOf(hits);
        }
    }

    private Haystack(Terminal terminal, Needle needle) {
        this.terminal = terminal;
        this.needle = needle;
        this.wanted = needle.fold(needle.text());
    }

    /// @param before what was found earlier; what it is settled on is not looked at again
    static Found find(Terminal terminal, Needle needle, Found before) {
        return new Haystack(terminal, needle).run(before);
    }

    private Found run(Found before) {
        Snapshot begin = terminal.snapshot(0, 0);
        long settled = Math.max(begin.oldest(), begin.screenTop() - LONGEST);
        long from = begin.oldest();
        if (before.generation() == begin.generation()) {
            from = Math.max(from, before.settled());
            long first = from;
            before.hits().stream()
                    .filter(hit -> hit.from().line() < first && hit.from().line() >= begin.oldest())
                    .forEach(hits::add);
        }
        look(from, begin.newest());
        boolean more = hits.size() > MOST;
        return new Found(
                more ? hits.subList(hits.size() - MOST, hits.size()) : hits, more, settled, begin.generation());
    }

    private void look(long from, long to) {
        paragraph.clear(from);
        for (long at = from; at <= to; ) {
            Snapshot piece = terminal.snapshot(at, (int) Math.min(PIECE, to - at + 1));
            if (piece.lines().isEmpty() || piece.first() < at) {
                break; // the guest has cleared its screen meanwhile
            }
            if (piece.first() != at) {
                paragraph.clear(piece.first()); // lines were thrown away meanwhile
            }
            long number = piece.first();
            for (Line line : piece.lines()) {
                number++;
                paragraph.add(line);
                if (!line.wrapped() || paragraph.lines() == LONGEST) {
                    search();
                    paragraph.clear(number);
                }
            }
            at = number;
        }
        search();
    }

    private void search() {
        char[] text = needle.fold(paragraph.text());
        int last = text.length - wanted.length;
        for (int i = 0; i <= last; i++) {
            if (matches(text, i)) {
                hits.add(new Selected(paragraph.at(i), paragraph.behind(i + wanted.length - 1), false));
                if (hits.size() > 2 * MOST) {
                    hits.subList(0, MOST).clear();
                }
                i += wanted.length - 1;
            }
        }
    }

    private boolean matches(char[] text, int from) {
        for (int i = 0; i < wanted.length; i++) {
            if (text[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
