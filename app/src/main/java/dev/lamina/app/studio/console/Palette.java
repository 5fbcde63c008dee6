package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Style;
import java.util.List;

/// The colours of a screen, as `0xRRGGBB`. Black is dark and white is light in all of them, since programs use both
/// behind text; where text in them could not be read, [Inks] sees to it.
///
/// @param selection behind what is selected
/// @param match behind what was found
/// @param current behind the one that was gone to
/// @param contrast how much text stands out at least, see [Contrast]
/// @param basic the sixteen colours that programs name by number
record Palette(
        int background,
        int foreground,
        int muted,
        int cursor,
        int selection,
        int match,
        int current,
        double contrast,
        List<Integer> basic) {
    static final Palette LIGHT = new Palette(
            0xffffff,
            0x1f2328,
            0x59636e,
            0x0969da,
            0xb6d7ff,
            0xfff0b3,
            0xffb366,
            Contrast.TEXT,
            List.of(
                    0x24292f, 0xb3202a, 0x116329, 0x7a4a00, 0x0757b8, 0x7340ad, 0x146a70, 0xd0d7de, //
                    0x57606a, 0xc21a25, 0x187437, 0x805000, 0x0969da, 0x8250df, 0x17757c, 0xffffff));

    static final Palette DARK = new Palette(
            0x0d1117,
            0xe6edf3,
            0x9198a1,
            0x58a6ff,
            0x1f4b80,
            0x5c4a12,
            0x9e5a0a,
            Contrast.TEXT,
            List.of(
                    0x21262d, 0xff7b72, 0x3fb950, 0xd29922, 0x58a6ff, 0xbc8cff, 0x39c5cf, 0xb1bac4, //
                    0x6e7681, 0xffa198, 0x56d364, 0xe3b341, 0x79c0ff, 0xd2a8ff, 0x56d4dd, 0xffffff));

    static final Palette HIGH_CONTRAST = new Palette(
            0x000000,
            0xffffff,
            0xffffff,
            0xffff00,
            0x0040c0,
            0x5c5c00,
            0x8a3c00,
            Contrast.ENHANCED,
            List.of(
                    0x000000, 0xff8080, 0x60ff60, 0xffff60, 0x90b8ff, 0xff90ff, 0x60ffff, 0xf0f0f0, //
                    0x808080, 0xffa0a0, 0x90ff90, 0xffff90, 0xb0d0ff, 0xffb0ff, 0x90ffff, 0xffffff));

    private static final int BASIC = 16;

    Palette {
        basic = List.copyOf(basic);
    }

    /// The palette for a window whose areas have a colour.
    ///
    /// @param area what is behind text in the window
    static Palette on(int area) {
        if (area == 0) {
            return HIGH_CONTRAST;
        }
        return Contrast.luminance(area) > 0.5 ? LIGHT : DARK;
    }

    /// One of the 256 colours of xterm.
    int indexed(int index) {
        return index < BASIC ? basic.get(Math.max(0, index)) : Style.fixedRgb(index);
    }
}
