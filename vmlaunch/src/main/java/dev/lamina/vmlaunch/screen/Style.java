package dev.lamina.vmlaunch.screen;

/// How one cell looks, packed into a `long` so that a line holds many at little cost: eight flags and two
/// colours. Colours are `int`s: [#DEFAULT_COLOUR], one of the 256 of the palette, or 24 bits of red, green
/// and blue. The first sixteen of the palette are what a theme makes of them; the others are fixed by
/// xterm.
public final class Style {
    /// No flag, default colours: what an untouched cell has.
    public static final long DEFAULT = 0;

    /// The colour that the view has when nobody asks for another.
    public static final int DEFAULT_COLOUR = 0;

    static final int BOLD = 1;
    static final int FAINT = 1 << 1;
    static final int ITALIC = 1 << 2;
    static final int UNDERLINE = 1 << 3;
    static final int BLINK = 1 << 4;
    static final int INVERSE = 1 << 5;
    static final int HIDDEN = 1 << 6;
    static final int STRIKE = 1 << 7;

    // bits 0 to 7: flags; 8 to 33: foreground; 34 to 59: background. Frequent styles are small numbers,
    // which pack well.
    private static final int FOREGROUND_SHIFT = 8;
    private static final int BACKGROUND_SHIFT = 34;
    private static final long COLOUR_MASK = (1L << 26) - 1;

    // a colour: its value above two bits that tell what kind it is
    private static final int INDEXED = 1;
    private static final int DIRECT = 2;

    private Style() {}

    public static boolean bold(long style) {
        return (style & BOLD) != 0;
    }

    public static boolean faint(long style) {
        return (style & FAINT) != 0;
    }

    public static boolean italic(long style) {
        return (style & ITALIC) != 0;
    }

    public static boolean underline(long style) {
        return (style & UNDERLINE) != 0;
    }

    public static boolean blink(long style) {
        return (style & BLINK) != 0;
    }

    /// Whether foreground and background are to be swapped; [#foreground] and [#background] are not
    /// swapped.
    public static boolean inverse(long style) {
        return (style & INVERSE) != 0;
    }

    /// Whether the text takes its room but is not shown, as passwords are.
    public static boolean hidden(long style) {
        return (style & HIDDEN) != 0;
    }

    public static boolean strike(long style) {
        return (style & STRIKE) != 0;
    }

    public static int foreground(long style) {
        return (int) (style >>> FOREGROUND_SHIFT & COLOUR_MASK);
    }

    public static int background(long style) {
        return (int) (style >>> BACKGROUND_SHIFT & COLOUR_MASK);
    }

    public static boolean isIndexed(int colour) {
        return (colour & 3) == INDEXED;
    }

    public static boolean isRgb(int colour) {
        return (colour & 3) == DIRECT;
    }

    /// @return the number of an indexed colour in the palette, 0 to 255
    public static int index(int colour) {
        return colour >>> 2 & 0xff;
    }

    /// @return a direct colour as `0xRRGGBB`
    public static int rgb(int colour) {
        return colour >>> 2;
    }

    /// @param index 0 to 255
    public static int indexed(int index) {
        return (index & 0xff) << 2 | INDEXED;
    }

    /// @param rgb `0xRRGGBB`
    public static int direct(int rgb) {
        return (rgb & 0xffffff) << 2 | DIRECT;
    }

    /// The 240 colours that are not a theme's: a cube of six shades each, then greys.
    /// @param index 16 to 255
    /// @return `0xRRGGBB`
    public static int fixedRgb(int index) {
        if (index >= 232) {
            int grey = 8 + (index - 232) * 10;
            return grey << 16 | grey << 8 | grey;
        }
        int cube = index - 16;
        return shade(cube / 36) << 16 | shade(cube / 6 % 6) << 8 | shade(cube % 6);
    }

    private static int shade(int step) {
        return step == 0 ? 0 : 55 + step * 40;
    }

    static long withFlags(long style, int flags) {
        return style | flags;
    }

    static long withoutFlags(long style, int flags) {
        return style & ~(long) flags;
    }

    static long withForeground(long style, int colour) {
        return style & ~(COLOUR_MASK << FOREGROUND_SHIFT) | (long) colour << FOREGROUND_SHIFT;
    }

    static long withBackground(long style, int colour) {
        return style & ~(COLOUR_MASK << BACKGROUND_SHIFT) | (long) colour << BACKGROUND_SHIFT;
    }

    /// What erased cells keep: the background alone (xterm's "background colour erase").
    static long erased(long style) {
        return style & COLOUR_MASK << BACKGROUND_SHIFT;
    }
}
