package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Folding.Region;

/// Hides and shows lines of an area.
final class Folds {
    private final YamlArea area;
    private final Lines lines;

    Folds(YamlArea area, Lines lines) {
        this.area = area;
        this.lines = lines;
    }

    /// Whether the lines that belong to a line are hidden.
    boolean folded(int line) {
        return line + 1 < lines.count() && area.isFolded(line + 1) && !area.isFolded(line);
    }

    void toggle(int line) {
        if (folded(line)) {
            unfold(line);
        } else if (Folding.opens(lines, line)) {
            fold(Folding.at(lines, line));
        }
    }

    void fold(Region region) {
        if (region.last() == region.first()) {
            return;
        }
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        boolean inside = region.has(area.getCurrentParagraph());
        area.foldParagraphs(region.first(), region.last());
        if (inside) {
            area.moveTo(region.first(), area.getParagraphLength(region.first()));
        } else {
            area.selectRange(anchor, caret);
        }
        area.recreateParagraphGraphic(region.first());
    }

    /// @param line the one whose lines are hidden, or one of those
    void unfold(int line) {
        int head = head(line);
        if (head + 1 < lines.count() && area.isFolded(head + 1)) {
            int anchor = area.getAnchor();
            int caret = area.getCaretPosition();
            area.unfoldParagraphs(head);
            area.selectRange(anchor, caret);
            area.recreateParagraphGraphic(head);
        }
    }

    /// The visible line that a line is hidden behind; itself when it is not hidden.
    private int head(int line) {
        int head = line;
        while (head > 0 && area.isFolded(head)) {
            head--;
        }
        return head;
    }

    void foldAround(int line) {
        fold(Folding.around(lines, line));
    }

    void foldComponents() {
        Folding.components(lines).reversed().forEach(this::fold);
    }

    void unfoldAll() {
        for (int line = 0; line < lines.count(); line++) {
            if (area.isFolded(line)) {
                unfold(line);
            }
        }
    }
}
