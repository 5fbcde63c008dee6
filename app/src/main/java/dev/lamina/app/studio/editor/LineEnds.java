package dev.lamina.app.studio.editor;

import java.util.Arrays;
import java.util.List;

/// A document beside the text that the editor shows of it, in which every line ends with LF and no byte order mark
/// stands in front. Changes of what is shown become changes of the document that keep all other line ends as they are.
///
/// Offsets of the document map to those of the shown text and back. A value.
final class LineEnds {
    private static final String MARK = "\uFEFF";
    private static final String PAIR = "\r\n";

    /// A text field lays out a line as a whole, at every key.
    private static final int LONGEST_LINE = 20_000;

    private final String document;
    private final String shown;
    private final int first;

    /// Where in the shown text an LF stands for CR LF, in order.
    private final int[] pairs;

    private LineEnds(String document, String shown, int first, int[] pairs) {
        this.document = document;
        this.shown = shown;
        this.first = first;
        this.pairs = pairs;
    }

    static LineEnds of(String document) {
        int first = document.startsWith(MARK) ? 1 : 0;
        if (document.indexOf('\r') < 0) {
            return new LineEnds(document, document.substring(first), first, new int[0]);
        }
        StringBuilder shown = new StringBuilder(document.length());
        int[] pairs = new int[16];
        int count = 0;
        for (int i = first; i < document.length(); i++) {
            char c = document.charAt(i);
            if (c == '\r' && i + 1 < document.length() && document.charAt(i + 1) == '\n') {
                pairs = count == pairs.length ? Arrays.copyOf(pairs, 2 * count) : pairs;
                pairs[count++] = shown.length();
                i++;
            }
            shown.append(c == '\r' ? '\n' : c);
        }
        return new LineEnds(document, shown.toString(), first, Arrays.copyOf(pairs, count));
    }

    String document() {
        return document;
    }

    String shown() {
        return shown;
    }

    /// Whether a line is so long that no text field can show it without standing still.
    boolean tooLong() {
        int from = 0;
        for (int end = shown.indexOf('\n'); end >= 0; end = shown.indexOf('\n', from)) {
            if (end - from > LONGEST_LINE) {
                return true;
            }
            from = end + 1;
        }
        return shown.length() - from > LONGEST_LINE;
    }

    /// How most editors call the line ends: `LF`, `CRLF`, `CR`, `mixed`.
    String name() {
        if (document.indexOf('\r') < 0) {
            return "LF";
        }
        long cr = document.chars().filter(c -> c == '\r').count();
        long lf = document.chars().filter(c -> c == '\n').count();
        if (cr == pairs.length && lf == pairs.length) {
            return "CRLF";
        }
        return lf == 0 ? "CR" : "mixed";
    }

    int toDocument(int offset) {
        int at = Arrays.binarySearch(pairs, offset);
        return first + offset + (at >= 0 ? at : -at - 1);
    }

    int toShown(int offset) {
        int low = 0;
        int high = pairs.length;
        int target = Math.max(0, offset - first);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] + middle < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return target - low;
    }

    /// The document after a change of what is shown.
    LineEnds replace(TextChange change) {
        int start = toDocument(change.at());
        int end = toDocument(change.end());
        return of(document.substring(0, start) + written(change, start, end) + document.substring(end));
    }

    /// The document after several changes.
    ///
    /// @param changes with the offsets of what is shown now, in order, none within another
    LineEnds replace(List<TextChange> changes) {
        StringBuilder made = new StringBuilder(document.length());
        int at = 0;
        for (TextChange change : changes) {
            int start = toDocument(change.at());
            int end = toDocument(change.end());
            made.append(document, at, start).append(written(change, start, end));
            at = end;
        }
        return of(made.append(document, at, document.length()).toString());
    }

    /// What a change inserts, so that no two line ends become one.
    private String written(TextChange change, int start, int end) {
        String text = change.inserted().replace("\n", styleAt(start));
        boolean loneBefore = start > 0 && document.charAt(start - 1) == '\r';
        boolean lineFeedBehind = end < document.length() && document.charAt(end) == '\n';
        if (lineFeedBehind && text.endsWith("\r")) {
            text += "\n";
        }
        if (loneBefore && (text.isEmpty() ? lineFeedBehind : text.startsWith("\n"))) {
            text = "\n" + text;
        }
        return text;
    }

    /// The line end of the line that a place is in, otherwise of the line before, otherwise LF.
    private String styleAt(int offset) {
        for (int i = offset; i < document.length(); i++) {
            if (document.charAt(i) == '\n') {
                return "\n";
            }
            if (document.charAt(i) == '\r') {
                return document.startsWith(PAIR, i) ? PAIR : "\r";
            }
        }
        for (int i = offset - 1; i >= 0; i--) {
            if (document.charAt(i) == '\n') {
                return i > 0 && document.charAt(i - 1) == '\r' ? PAIR : "\n";
            }
            if (document.charAt(i) == '\r') {
                return "\r";
            }
        }
        return "\n";
    }
}
