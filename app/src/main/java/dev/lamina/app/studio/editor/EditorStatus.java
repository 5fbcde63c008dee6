package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;

/// What the status bar says of an editor. Pure.
final class EditorStatus {
    private static final Texts TEXTS = Texts.of(EditorStatus.class);
    private static final int LOOKED_AT = 300;

    private EditorStatus() {}

    /// @param line counted from 0, like the column
    /// @param selected how many characters are selected
    static String of(int line, int column, int selected, String lineEnds, Lines lines) {
        String place = TEXTS.get("status.place", String.valueOf(line + 1), String.valueOf(column + 1));
        String chosen = selected == 0 ? "" : TEXTS.get("status.selected", String.valueOf(selected));
        return place + chosen + TEXTS.get("status.file", lineEnds, indentation(lines));
    }

    /// How the first line is indented that is.
    private static String indentation(Lines lines) {
        for (int i = 0; i < Math.min(LOOKED_AT, lines.count()); i++) {
            String line = lines.line(i);
            if (line.startsWith("\t")) {
                return TEXTS.get("status.tabs");
            }
            int indent = LineShape.skipSpaces(line, 0);
            if (indent > 0 && indent < line.length()) {
                return TEXTS.get("status.spaces", indent);
            }
        }
        return TEXTS.get("status.spaces", Indenting.STEP);
    }
}
