package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Marks.Mark;
import dev.lamina.app.studio.editor.Search.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// How one line looks: the colours of its pieces, with underlines for findings and a ground for what was searched.
final class LineStyle {
    private final int length;
    private final List<Piece> pieces = new ArrayList<>();

    LineStyle(int length) {
        this.length = length;
    }

    private record Piece(int from, int to, String style) {}

    LineStyle tokens(List<Token> tokens) {
        tokens.forEach(token -> add(token.from(), token.to(), token.kind().styleClass()));
        return this;
    }

    /// The words that stand for parts of the line.
    LineStyle signs(List<Range> signs, int start) {
        signs.forEach(sign -> add(sign.from() - start, sign.to() - start, "line-cut"));
        return this;
    }

    /// @param start offset of the line in the text
    LineStyle marks(List<Mark> marks, int start) {
        marks.forEach(mark -> add(
                mark.from() - start,
                mark.to() - start,
                "mark-" + mark.finding().severity().text()));
        return this;
    }

    LineStyle matches(List<Range> matches, int start) {
        matches.forEach(match -> add(match.from() - start, match.to() - start, "search-match"));
        return this;
    }

    /// Blanks in front, at the end, and tabs everywhere.
    LineStyle spaces(String line) {
        int first = LineShape.skipSpaces(line, 0);
        add(0, first, Token.Kind.SPACE.styleClass());
        int last = line.stripTrailing().length();
        add(Math.max(first, last), line.length(), "yaml-trailing");
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', tab + 1)) {
            add(tab, tab + 1, "yaml-tab");
        }
        return this;
    }

    private void add(int from, int to, String style) {
        if (Math.min(to, length) > Math.max(0, from)) {
            pieces.add(new Piece(Math.max(0, from), Math.min(to, length), style));
        }
    }

    StyleSpans<Collection<String>> spans() {
        TreeSet<Integer> bounds = new TreeSet<>(List.of(0, length));
        pieces.forEach(piece -> {
            bounds.add(piece.from);
            bounds.add(piece.to);
        });
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int from = 0;
        for (int to : bounds) {
            if (to > from) {
                spans.add(classes(from), to - from);
                from = to;
            }
        }
        if (length == 0) {
            spans.add(List.of(), 0);
        }
        return spans.create();
    }

    private Collection<String> classes(int at) {
        return pieces.stream()
                .filter(piece -> piece.from <= at && piece.to > at)
                .map(Piece::style)
                .distinct()
                .toList();
    }
}
