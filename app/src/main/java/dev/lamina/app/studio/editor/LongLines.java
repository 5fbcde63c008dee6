package dev.lamina.app.studio.editor;

import java.util.ArrayList;
import java.util.List;

/// Which parts of very long lines are not shown: a text field lays out a line as a whole, at every key. Of such a line
/// its beginning, its end, and a part that somebody looks at are shown. Pure.
///
/// @param longest how many characters of a line may be shown
/// @param head how many are always shown at the beginning
/// @param window how many are shown where somebody looks
/// @param tail how many are always shown at the end
record LongLines(int longest, int head, int window, int tail) {
    static final LongLines USUAL = new LongLines(20_000, 400, 6_000, 200);

    /// A part of a document that is not shown. It is within one line.
    record Cut(int from, int to) {
        int length() {
            return to - from;
        }

        /// Where the part is after a change of the document that does not touch it.
        Cut after(TextChange change) {
            return change.end() <= from ? new Cut(from + change.shift(), to + change.shift()) : this;
        }

        boolean isTouchedBy(TextChange change) {
            return change.end() > from && change.at() < to;
        }
    }

    /// The cuts of a document.
    ///
    /// @param known those that it has; lines that are short enough with them keep theirs
    /// @param from only lines that are not before this place are looked at
    /// @param to nor those behind this one
    /// @param focus what is shown of a line that is cut
    List<Cut> cuts(String document, List<Cut> known, int from, int to, int focus) {
        List<Cut> cuts = new ArrayList<>();
        int next = 0;
        for (int start = lineStart(document, from); start <= to; ) {
            int end = lineEnd(document, start);
            while (next < known.size() && known.get(next).from() < start) {
                cuts.add(known.get(next++));
            }
            int first = next;
            int shown = end - start;
            while (next < known.size() && known.get(next).from() < end) {
                shown -= known.get(next++).length();
            }
            if (shown > longest) {
                cuts.addAll(cut(document, start, end, focus >= start && focus <= end ? focus : start));
            } else {
                cuts.addAll(known.subList(first, next));
            }
            start = end + 1;
        }
        cuts.addAll(known.subList(next, known.size()));
        return List.copyOf(cuts);
    }

    /// Whether a line is longer than may be shown, of those between two places.
    boolean fits(String document, List<Cut> cuts, int from, int to) {
        return cuts(document, cuts, from, to, from).equals(cuts);
    }

    /// The cuts of one line.
    List<Cut> cut(String document, int start, int end, int focus) {
        int behindHead = whole(document, start + head);
        int windowFrom = whole(document, Math.max(behindHead, focus - window / 3));
        int windowTo = whole(document, Math.min(end, windowFrom + window));
        int tailFrom = whole(document, end - tail);
        List<Cut> cuts = new ArrayList<>(2);
        if (windowFrom - behindHead > window / 4) {
            cuts.add(new Cut(behindHead, Math.min(windowFrom, tailFrom)));
        }
        if (tailFrom - windowTo > window / 4) {
            cuts.add(new Cut(windowTo, tailFrom));
        }
        return cuts;
    }

    /// The two halves of a character stay together.
    private static int whole(String document, int at) {
        boolean within = at > 0
                && at < document.length()
                && Character.isLowSurrogate(document.charAt(at))
                && Character.isHighSurrogate(document.charAt(at - 1));
        return within ? at - 1 : at;
    }

    static int lineStart(String document, int from) {
        int at = Math.min(from, document.length());
        while (at > 0 && !endsLine(document.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    static int lineEnd(String document, int from) {
        int at = from;
        while (at < document.length() && !endsLine(document.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }
}
