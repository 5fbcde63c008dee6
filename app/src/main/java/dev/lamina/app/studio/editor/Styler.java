package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Background;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.fxmisc.richtext.model.StyleSpans;

/// Gives the lines that are seen their colours, and only those: once in a while for everything that happened since.
final class Styler {
    /// How many lines are looked at before something else has its turn.
    private static final int AT_ONCE = 4000;

    /// More than a window shows.
    private static final int FIRST = 60;

    private final YamlArea area;
    private final Background background;
    private final LineStates states;
    private final Lines lines;
    private final EditorViewModel model;
    private Optional<FindModel> search = Optional.empty();
    private final BooleanProperty spaces = new SimpleBooleanProperty();
    private boolean due;
    private boolean working;

    Styler(YamlArea area, Lines lines, EditorViewModel model, Background background) {
        this.area = area;
        this.lines = lines;
        this.states = new LineStates(lines);
        this.model = model;
        this.background = background;
        area.viewportDirtyEvents().subscribe(event -> soon());
        model.marks().subscribe(this::soon);
        spaces.subscribe(this::soon);
    }

    /// Whether blanks at the beginning and end of lines are seen.
    BooleanProperty spaces() {
        return spaces;
    }

    /// Shows what a search finds.
    void highlight(FindModel model) {
        search = Optional.of(model);
        model.matches().subscribe(this::soon);
    }

    /// The text is another one from a line on.
    void changed(int line) {
        states.changed(line);
        soon();
    }

    void soon() {
        if (!due && !working) {
            due = true;
            background.onWindow(this::restyle);
        }
    }

    /// Gives the first lines their colours before they are seen: later each would be laid out twice.
    void begin() {
        int last = Math.min(lines.count(), FIRST) - 1;
        if (states.reach(last, AT_ONCE)) {
            for (int line = 0; line <= last; line++) {
                restyle(line);
            }
        }
    }

    private void restyle() {
        due = false;
        if (area.getVisibleParagraphs().isEmpty() || area.getScene() == null) {
            return;
        }
        working = true;
        try {
            int last = Math.min(lines.count() - 1, area.lastVisibleParToAllParIndex());
            if (!states.reach(last, AT_ONCE)) {
                due = true;
                background.onWindow(this::restyle);
                return;
            }
            for (int line = Math.max(0, area.firstVisibleParToAllParIndex()); line <= last; line++) {
                restyle(line);
            }
        } finally {
            working = false;
        }
    }

    private void restyle(int line) {
        if (area.isFolded(line)) {
            return;
        }
        String text = lines.line(line);
        int start = area.getAbsolutePosition(line, 0);
        LineStyle style = new LineStyle(text.length())
                .tokens(states.tokens(line))
                .marks(model.marks().get().in(start, start + text.length()), start)
                .signs(model.signs(), start)
                .matches(
                        search.map(found -> found.in(start, start + text.length()))
                                .orElse(List.of()),
                        start);
        StyleSpans<Collection<String>> spans = (spaces.get() ? style.spaces(text) : style).spans();
        if (text.length() > 0 && !spans.equals(area.getStyleSpans(line))) {
            area.setStyleSpans(line, 0, spans);
        }
    }
}
