package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Symbols.Symbol;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where one can go in a document: to lines by number, to components by name.
final class GoToModel {
    private static final Texts TEXTS = Texts.of(GoToModel.class);
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,9})(?:\\s*[:,]\\s*(\\d{1,9}))?\\s*");

    private final EditorViewModel editor;

    GoToModel(EditorViewModel editor) {
        this.editor = editor;
    }

    /// The offset of `LINE` or `LINE:COLUMN`, counted from 1; the nearest one that there is. Empty for other texts.
    OptionalInt line(String typed) {
        Matcher matcher = LINE.matcher(typed);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        long line = Long.parseLong(matcher.group(1)) - 1;
        long column = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2)) - 1;
        return OptionalInt.of(editor.offset((int) line, column));
    }

    /// What may be typed.
    String lineHelp() {
        return TEXTS.get("goto.lines", editor.lines().count());
    }

    List<Symbol> symbols(String typed) {
        return Symbols.find(editor.session().composition(), typed);
    }

    void go(Symbol symbol) {
        editor.session().selection().reveal(symbol.place().path());
    }
}
