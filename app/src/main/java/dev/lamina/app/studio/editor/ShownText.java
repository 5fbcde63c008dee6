package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.LongLines.Cut;
import dev.lamina.app.studio.editor.Search.Range;
import java.util.ArrayList;
import java.util.List;

/// A document beside the text that the editor shows of it: every line ends with LF, no byte order mark stands in front,
/// and of lines that no text field can show, parts are replaced by words that say how much is not shown.
/// Changes of what is shown become changes of the document that keep all other line ends, and all that is
/// not shown, as they are.
///
/// Offsets of the document map to those of the shown text and back. A value.
final class ShownText {
    private static final Texts TEXTS = Texts.of(ShownText.class);
    private static final String MARK = "\uFEFF";
    private static final String PAIR = "\r\n";

    private final String document;
    private final String shown;
    private final LongLines limits;
    private final List<Cut> cuts;
    private final boolean fits;
    private final List<Range> signs = new ArrayList<>();
    private final Pieces pieces = new Pieces();
    private int pairs;

    private ShownText(String document, LongLines limits, List<Cut> cuts, boolean fits) {
        this.document = document;
        this.limits = limits;
        this.cuts = cuts;
        this.fits = fits;
        this.shown = write();
    }

    static ShownText of(String document) {
        return of(document, LongLines.USUAL);
    }

    static ShownText of(String document, LongLines limits) {
        return new ShownText(document, limits, limits.cuts(document, List.of(), 0, document.length(), 0), true);
    }

    private String write() {
        int first = document.startsWith(MARK) ? 1 : 0;
        if (first > 0) {
            pieces.add(-1, 0, 0, first);
        }
        if (cuts.isEmpty() && document.indexOf('\r') < 0) {
            return document.substring(first);
        }
        StringBuilder text = new StringBuilder(document.length());
        int at = first;
        for (Cut cut : cuts) {
            copy(at, cut.from(), text);
            String sign = TEXTS.get("cut", cut.length());
            signs.add(new Range(text.length(), text.length() + sign.length()));
            pieces.add(text.length(), text.length() + sign.length(), cut.from(), cut.to());
            text.append(sign);
            at = cut.to();
        }
        copy(at, document.length(), text);
        return text.toString();
    }

    private void copy(int from, int to, StringBuilder text) {
        for (int i = from; i < to; i++) {
            char c = document.charAt(i);
            if (c == '\r' && document.startsWith(PAIR, i)) {
                pieces.add(text.length(), text.length() + 1, i, i + 2);
                pairs++;
                i++;
            }
            text.append(c == '\r' ? '\n' : c);
        }
    }

    String document() {
        return document;
    }

    String shown() {
        return shown;
    }

    /// The document between two places of the shown text, with lines that end with LF.
    String document(int from, int to) {
        return document.substring(toDocument(from), toDocument(to))
                .replace(PAIR, "\n")
                .replace('\r', '\n');
    }

    /// How the document ends its lines, as most editors call it: `LF`, `CRLF`, `CR`, `mixed`.
    String lineEnds() {
        if (document.indexOf('\r') < 0) {
            return "LF";
        }
        long cr = document.chars().filter(c -> c == '\r').count();
        long lf = document.chars().filter(c -> c == '\n').count();
        if (cr == pairs && lf == pairs) {
            return "CRLF";
        }
        return lf == 0 ? "CR" : "mixed";
    }

    /// The place of the document; of one within the words that stand for a part, where the part begins.
    int toDocument(int offset) {
        return pieces.toDocument(offset);
    }

    int toShown(int offset) {
        return pieces.toShown(offset);
    }

    /// The words that stand for parts, in the order of the text.
    List<Range> signs() {
        return List.copyOf(signs);
    }

    /// Whether words that stand for a part lie within a piece of the text, at least in part.
    boolean hides(int from, int to) {
        return signs.stream().anyMatch(sign -> from < sign.to() && to > sign.from());
    }

    /// Whether a change of that piece would leave half of the words that stand for a part.
    boolean divides(int from, int to) {
        return signs.stream()
                .anyMatch(sign -> from < sign.to() && to > sign.from() && (from > sign.from() || to < sign.to()));
    }

    /// Whether no line is longer than a text field can show.
    boolean fits() {
        return fits;
    }

    /// The same document, of which no line shows more than a text field can.
    ///
    /// @param focus the place of the document that is shown of a line that has to be cut
    ShownText fit(int focus) {
        return fits
                ? this
                : new ShownText(document, limits, limits.cuts(document, cuts, 0, document.length(), focus), true);
    }

    /// The same document; that place of it is shown.
    ShownText open(int place) {
        if (cuts.stream().noneMatch(cut -> place >= cut.from() && place <= cut.to())) {
            return this;
        }
        int start = LongLines.lineStart(document, place);
        int end = LongLines.lineEnd(document, place);
        List<Cut> now = new ArrayList<>();
        cuts.stream().filter(cut -> cut.to() <= start).forEach(now::add);
        now.addAll(limits.cut(document, start, end, place));
        cuts.stream().filter(cut -> cut.from() >= end).forEach(now::add);
        return new ShownText(document, limits, List.copyOf(now), fits);
    }

    /// Another text of the same document. What is not shown of this one is not shown of that one either, as far as it
    /// is in both.
    ShownText with(String other) {
        return TextChange.between(document, other)
                .map(change -> {
                    List<Cut> kept = moved(change);
                    int end = change.at() + change.inserted().length();
                    return new ShownText(other, limits, limits.cuts(other, kept, change.at(), end, change.at()), true);
                })
                .orElse(this);
    }

    private List<Cut> moved(TextChange change) {
        return cuts.stream()
                .filter(cut -> !cut.isTouchedBy(change))
                .map(cut -> cut.after(change))
                .toList();
    }

    /// The document after a change of what is shown. Its shown text is the one with that change; it may have lines that
    /// do not fit.
    ///
    /// @param change divides no words that stand for a part
    ShownText replace(TextChange change) {
        int start = toDocument(change.at());
        int end = toDocument(change.end());
        TextChange made = new TextChange(start, end - start, written(change, start, end));
        String now = made.in(document);
        List<Cut> kept = moved(made);
        boolean fit =
                fits && limits.fits(now, kept, start, start + made.inserted().length());
        return new ShownText(now, limits, kept, fit);
    }

    /// The document after several changes.
    ///
    /// @param changes with the offsets of what is shown now, in order, none within another
    String replace(List<TextChange> changes) {
        StringBuilder made = new StringBuilder(document.length());
        int at = 0;
        for (TextChange change : changes) {
            int start = toDocument(change.at());
            int end = toDocument(change.end());
            made.append(document, at, start).append(written(change, start, end));
            at = end;
        }
        return made.append(document, at, document.length()).toString();
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
