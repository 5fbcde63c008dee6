package dev.lamina.vmlaunch.screen;

/// The style that is written in, and the control sequence that changes it (SGR).
final class Pen {
    private final Screen screen;

    Pen(Screen screen) {
        this.screen = screen;
    }

    void take(Sequence sequence) {
        int next = 0;
        while (next < sequence.count()) {
            next = one(sequence, next);
        }
    }

    /// @return the index of the next parameter
    private int one(Sequence sequence, int at) {
        int value = sequence.value(at);
        int end = at + 1;
        while (sequence.part(end)) {
            end++;
        }
        if (value == 38 || value == 48 || value == 58) {
            return end > at + 1 ? colourInParts(sequence, at, end) : colour(sequence, at);
        }
        if (value == 4 && end > at + 1 && sequence.value(at + 1) == 0) {
            value = 24; // "4:0": no underline; the other kinds are drawn as a single one
        }
        set(value);
        return end;
    }

    private void set(int value) {
        switch (value) {
            case 0 -> screen.style = Style.DEFAULT;
            case 1 -> on(Style.BOLD);
            case 2 -> on(Style.FAINT);
            case 3 -> on(Style.ITALIC);
            case 4, 21 -> on(Style.UNDERLINE);
            case 5, 6 -> on(Style.BLINK);
            case 7 -> on(Style.INVERSE);
            case 8 -> on(Style.HIDDEN);
            case 9 -> on(Style.STRIKE);
            case 22 -> off(Style.BOLD | Style.FAINT);
            case 23 -> off(Style.ITALIC);
            case 24 -> off(Style.UNDERLINE);
            case 25 -> off(Style.BLINK);
            case 27 -> off(Style.INVERSE);
            case 28 -> off(Style.HIDDEN);
            case 29 -> off(Style.STRIKE);
            case 39 -> colour(38, Style.DEFAULT_COLOUR);
            case 49 -> colour(48, Style.DEFAULT_COLOUR);
            default -> themed(value);
        }
    }

    private void themed(int value) {
        if (value >= 30 && value <= 37) {
            colour(38, Style.indexed(value - 30));
        } else if (value >= 40 && value <= 47) {
            colour(48, Style.indexed(value - 40));
        } else if (value >= 90 && value <= 97) {
            colour(38, Style.indexed(value - 90 + 8));
        } else if (value >= 100 && value <= 107) {
            colour(48, Style.indexed(value - 100 + 8));
        }
    }

    /// `38;5;N` or `38;2;R;G;B`.
    private int colour(Sequence sequence, int at) {
        int kind = sequence.value(at + 1);
        if (kind == 5) {
            indexed(sequence.value(at), sequence.value(at + 2));
            return at + 3;
        }
        if (kind == 2) {
            direct(sequence, at, at + 2);
            return at + 5;
        }
        return at + 2;
    }

    /// `38:5:N`, `38:2:R:G:B` or, with the number of a colour space, `38:2:S:R:G:B`.
    private int colourInParts(Sequence sequence, int at, int end) {
        int kind = sequence.value(at + 1);
        if (kind == 5 && end > at + 2) {
            indexed(sequence.value(at), sequence.value(at + 2));
        } else if (kind == 2 && end >= at + 5) {
            direct(sequence, at, end > at + 5 ? at + 3 : at + 2);
        }
        return end;
    }

    private void indexed(int target, int index) {
        if (index <= 255) {
            colour(target, Style.indexed(index));
        }
    }

    private void direct(Sequence sequence, int at, int red) {
        int rgb = Math.min(255, sequence.value(red)) << 16
                | Math.min(255, sequence.value(red + 1)) << 8
                | Math.min(255, sequence.value(red + 2));
        colour(sequence.value(at), Style.direct(rgb));
    }

    private void colour(int target, int colour) {
        if (target == 38) {
            screen.style = Style.withForeground(screen.style, colour);
        } else if (target == 48) {
            screen.style = Style.withBackground(screen.style, colour);
        } // 58 is the colour of underlines, which are drawn in that of the text
    }

    private void on(int flags) {
        screen.style = Style.withFlags(screen.style, flags);
    }

    private void off(int flags) {
        screen.style = Style.withoutFlags(screen.style, flags);
    }
}
