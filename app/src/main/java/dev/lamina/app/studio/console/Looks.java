package dev.lamina.app.studio.console;

import dev.lamina.app.studio.console.Haystack.Found;
import dev.lamina.app.studio.console.Look.Caret;
import dev.lamina.vmlaunch.screen.Cursor;
import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Snapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Works out how the lines of a frame look: what is found and selected in them, when they came, where the cursor is.
final class Looks {
    /// How wide the column of times is, in cells.
    static final int GUTTER = 13;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final Palette palette;
    private final ZoneId zone;

    Looks(Palette palette, ZoneId zone) {
        this.palette = palette;
        this.zone = zone;
    }

    /// @param focused whether keys go to the guest
    List<Look> of(Frame frame, ConsoleViewModel console, boolean focused) {
        List<Look> looks = new ArrayList<>();
        List<Selected> hits = hits(console.find().found().get(), frame);
        for (int i = 0; i < frame.lines().size(); i++) {
            Line line = frame.lines().get(i);
            long number = frame.top() + i;
            Optional<Caret> caret = caret(frame.screen(), line, number, console, focused);
            List<Mark> marks = marks(console, hits, number, frame.screen().columns());
            caret.filter(some -> some.shape() == Cursor.Shape.BLOCK && !some.hollow())
                    .ifPresent(some -> marks.add(
                            new Mark(new Span(some.column(), some.column() + some.cells()), palette.cursor())));
            looks.add(new Look(
                    line,
                    marks,
                    console.timestamps().get() ? time(line, frame, i) : "",
                    caret.filter(some -> some.shape() != Cursor.Shape.BLOCK || some.hollow()),
                    frame.screen().modes().reverse()));
        }
        return looks;
    }

    /// Those in the lines that are shown.
    private static List<Selected> hits(Found found, Frame frame) {
        List<Selected> all = found.hits();
        if (found.generation() != frame.screen().generation()) {
            return List.of();
        }
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).to().line() < frame.top()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        long behind = frame.top() + frame.lines().size();
        while (end < all.size() && all.get(end).from().line() < behind) {
            end++;
        }
        return all.subList(low, end);
    }

    private List<Mark> marks(ConsoleViewModel console, List<Selected> hits, long number, int columns) {
        List<Mark> marks = new ArrayList<>();
        for (Selected hit : hits) {
            hit.in(number, columns).ifPresent(span -> marks.add(new Mark(span, palette.match())));
        }
        console.selecting()
                .selected()
                .get()
                .flatMap(some -> some.in(number, columns))
                .ifPresent(span -> marks.add(new Mark(span, palette.selection())));
        console.find()
                .current()
                .get()
                .flatMap(some -> some.in(number, columns))
                .ifPresent(span -> marks.add(new Mark(span, palette.current())));
        return marks;
    }

    private static Optional<Caret> caret(
            Snapshot screen, Line line, long number, ConsoleViewModel console, boolean focused) {
        Optional<Spot> selecting = console.selecting().caret().get();
        if (selecting.isPresent()) {
            return selecting
                    .filter(spot -> spot.line() == number)
                    .map(spot -> new Caret(spot.column(), 1, Cursor.Shape.BAR, false));
        }
        Cursor cursor = screen.cursor();
        boolean shown = cursor.visible() && console.standing().get() instanceof Standing.Running;
        return shown && cursor.line() == number
                ? Optional.of(
                        new Caret(cursor.column(), Math.max(1, line.width(cursor.column())), cursor.shape(), !focused))
                : Optional.empty();
    }

    /// A line that goes on from the one before came with it.
    private String time(Line line, Frame frame, int index) {
        boolean goesOn = index > 0 && frame.lines().get(index - 1).wrapped();
        return goesOn || line.time() == 0
                ? " "
                : TIME.format(Instant.ofEpochMilli(line.time()).atZone(zone));
    }
}
