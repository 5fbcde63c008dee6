package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.LineShape.Kind;
import java.util.ArrayList;
import java.util.List;

/// Which lines belong together, by their indentation: a key or list element with all that is indented more.
final class Folding {
    private Folding() {}

    /// Lines that can be hidden behind the first one.
    ///
    /// @param last counted like the first; blank lines at the end do not belong to it
    record Region(int first, int last) {
        boolean has(int line) {
            return line >= first && line <= last;
        }
    }

    /// Whether lines below belong to a line. Looks no further than the next line that has something.
    static boolean opens(Lines lines, int line) {
        if (line >= lines.count()) {
            return false;
        }
        LineShape shape = LineShape.of(lines.line(line));
        if (!shape.content()) {
            return false;
        }
        for (int next = line + 1; next < lines.count(); next++) {
            String text = lines.line(next);
            if (!text.isBlank()) {
                return belongs(shape, text);
            }
        }
        return false;
    }

    private static boolean belongs(LineShape head, String text) {
        int indent = LineShape.skipSpaces(text, 0);
        boolean listBelow = indent == head.indent()
                && head.dashes().isEmpty()
                && head.hasKey()
                && !LineShape.of(text).dashes().isEmpty();
        return indent > head.indent() || listBelow;
    }

    /// What belongs to a line that opens something.
    static Region at(Lines lines, int line) {
        LineShape head = LineShape.of(lines.line(line));
        int last = line;
        for (int next = line + 1; next < lines.count(); next++) {
            String text = lines.line(next);
            if (text.isBlank()) {
                continue;
            }
            if (!belongs(head, text)) {
                break;
            }
            last = next;
        }
        return new Region(line, last);
    }

    /// The innermost region that a line is in, or opens; the line alone when there is none.
    static Region around(Lines lines, int line) {
        if (opens(lines, line)) {
            return at(lines, line);
        }
        for (int above = line - 1; above >= 0; above--) {
            boolean shallower = LineShape.skipSpaces(lines.line(above), 0) <= LineShape.skipSpaces(lines.line(line), 0);
            if (shallower && opens(lines, above) && at(lines, above).has(line)) {
                return at(lines, above);
            }
        }
        return new Region(line, line);
    }

    /// The regions of components: elements of the lists of the root, and the kernel.
    static List<Region> components(Lines lines) {
        List<Region> all = new ArrayList<>();
        int line = 0;
        while (line < lines.count()) {
            LineShape shape = LineShape.of(lines.line(line));
            boolean element = shape.kind() == Kind.CONTENT && !shape.dashes().isEmpty();
            boolean kernel = shape.kind() == Kind.CONTENT
                    && shape.indent() == 0
                    && shape.key().equals("kernel");
            if ((element || kernel) && opens(lines, line)) {
                Region region = at(lines, line);
                all.add(region);
                line = region.last() + 1;
            } else {
                line++;
            }
        }
        return all;
    }
}
