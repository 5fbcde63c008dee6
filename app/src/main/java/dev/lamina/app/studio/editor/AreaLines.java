package dev.lamina.app.studio.editor;

import org.fxmisc.richtext.CodeArea;

/// The lines of an area as it has them, without a copy of its text.
final class AreaLines implements Lines {
    private final CodeArea area;

    AreaLines(CodeArea area) {
        this.area = area;
    }

    @Override
    public int count() {
        return area.getParagraphs().size();
    }

    @Override
    public String line(int number) {
        return area.getParagraph(number).getText();
    }
}
