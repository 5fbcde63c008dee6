package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Style;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Makes colours of what a guest asked for. Whatever it asked for, text can be read.
final class Inks {
    /// A guest may use millions of styles one after the other.
    private static final int MOST = 4096;

    private static final double FAINT = 0.4;

    private final Palette palette;
    private final Map<Wish, Ink> known = new HashMap<>();

    private record Wish(long style, OptionalInt ground, boolean reverse) {}

    Inks(Palette palette) {
        this.palette = palette;
    }

    Palette palette() {
        return palette;
    }

    /// @param style see [Style]
    /// @param ground what marks the cells: then it is behind them, whatever the guest wanted there
    /// @param reverse whether the whole screen has its colours swapped
    Ink of(long style, OptionalInt ground, boolean reverse) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Wish(style, ground, reverse), this::make);
    }

    private Ink make(Wish wish) {
        long style = wish.style();
        int front = colour(Style.foreground(style), palette.foreground());
        int back = colour(Style.background(style), palette.background());
        boolean swapped = Style.inverse(style) != wish.reverse();
        int exact = swapped ? back : front;
        int ground = wish.ground().orElse(swapped ? front : back);
        int wanted = Style.faint(style) ? Contrast.mix(exact, ground, FAINT) : exact;
        return new Ink(
                Contrast.readable(wanted, ground, palette.contrast()),
                exact,
                ground,
                Style.bold(style),
                Style.italic(style),
                Style.underline(style),
                Style.strike(style),
                Style.hidden(style));
    }

    private int colour(int asked, int otherwise) {
        if (Style.isIndexed(asked)) {
            return palette.indexed(Style.index(asked));
        }
        return Style.isRgb(asked) ? Style.rgb(asked) : otherwise;
    }
}
