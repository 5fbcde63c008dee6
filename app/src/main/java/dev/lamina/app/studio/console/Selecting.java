package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Line;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the user selects on the screen: with the mouse by cells, words and lines, with keys from a caret.
final class Selecting {
    private final ReadOnlyObjectWrapper<Optional<Selected>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Spot>> caret = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LongFunction<Line> lines;
    private final Words words;
    private Unit unit = Unit.CELL;
    private Optional<Selected> start = Optional.empty();

    private enum Unit {
        CELL,
        WORD,
        LINE
    }

    /// @param lines of the screen by their numbers
    Selecting(LongFunction<Line> lines) {
        this.lines = lines;
        this.words = new Words(lines);
    }

    ReadOnlyObjectProperty<Optional<Selected>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// Where keys select; there is one only in select mode.
    ReadOnlyObjectProperty<Optional<Spot>> caret() {
        return caret.getReadOnlyProperty();
    }

    /// The button of the mouse was pressed.
    ///
    /// @param clicks how many in a row: the second takes the word, the third the line
    /// @param block whether a rectangle is meant
    void press(Spot spot, int clicks, boolean block) {
        unit = clicks <= 1 ? Unit.CELL : clicks == 2 ? Unit.WORD : Unit.LINE;
        Selected around = around(spot);
        Selected begun = new Selected(around.from(), around.to(), block);
        start = Optional.of(begun);
        set(begun);
    }

    /// Makes what is selected end at another place: a drag, or a click with Shift.
    void extend(Spot spot) {
        start.ifPresentOrElse(begun -> extend(begun, around(spot)), () -> press(spot, 1, false));
    }

    private void extend(Selected begun, Selected around) {
        boolean backwards = around.from().compareTo(begun.from()) < 0;
        Spot anchor = backwards ? begun.to() : begun.from();
        Spot head = backwards ? around.from() : around.to();
        set(new Selected(anchor, head, begun.block()));
    }

    private Selected around(Spot spot) {
        return switch (unit) {
            case CELL -> new Selected(spot, spot, false);
            case WORD -> words.word(spot);
            case LINE -> words.line(spot.line());
        };
    }

    /// @param first number of a line
    /// @param last number of a line
    void all(long first, long last) {
        set(new Selected(new Spot(first, 0), new Spot(last, lines.apply(last).columns()), false));
    }

    private void set(Selected now) {
        selected.set(now.isEmpty() ? Optional.empty() : Optional.of(now));
    }

    void clear() {
        start = Optional.empty();
        selected.set(Optional.empty());
        caret.set(Optional.empty());
    }

    /// Enters select mode.
    void begin(Spot at) {
        clear();
        caret.set(Optional.of(at));
    }

    /// Moves the caret of select mode; what it passes is selected when that is wanted.
    void move(Spot to, boolean extending) {
        Spot from = caret.get().orElse(to);
        Spot anchor = selected.get().map(Selected::anchor).orElse(from);
        caret.set(Optional.of(to));
        if (extending) {
            set(new Selected(anchor, to, false));
        } else {
            selected.set(Optional.empty());
        }
    }
}
