package dev.lamina.app.studio.console;

/// How well one colour stands out from another (WCAG 2.1, 1.4.3). Colours are `0xRRGGBB`.
final class Contrast {
    /// What text needs.
    static final double TEXT = 4.5;

    /// What text needs for those who asked for more (1.4.6).
    static final double ENHANCED = 7;

    private static final int BLACK = 0;
    private static final int WHITE = 0xffffff;
    private static final int STEPS = 16;
    private static final double[] LINEAR = linear();

    private Contrast() {}

    private static double[] linear() {
        double[] values = new double[256];
        for (int i = 0; i < values.length; i++) {
            double channel = i / 255.0;
            values[i] = channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
        }
        return values;
    }

    /// Between 1 and 21.
    static double of(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static double luminance(int colour) {
        return 0.2126 * LINEAR[colour >> 16 & 0xff]
                + 0.7152 * LINEAR[colour >> 8 & 0xff]
                + 0.0722 * LINEAR[colour & 0xff];
    }

    /// The colour itself, or the nearest to it on the way to white or black that can be read on the other: a guest does
    /// not know what it writes on.
    static int readable(int colour, int on, double wanted) {
        if (of(colour, on) >= wanted) {
            return colour;
        }
        int towards = of(WHITE, on) >= of(BLACK, on) ? WHITE : BLACK;
        for (int step = 1; step < STEPS; step++) {
            int mixed = mix(colour, towards, (double) step / STEPS);
            if (of(mixed, on) >= wanted) {
                return mixed;
            }
        }
        return towards;
    }

    /// @param share of the second colour
    static int mix(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = one >> shift & 0xff;
            int to = other >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }
}
