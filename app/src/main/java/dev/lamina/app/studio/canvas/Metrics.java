package dev.lamina.app.studio.canvas;

/// The sizes of things on the canvas at 100 %, which grow with the font of the window.
///
/// @param font its size in pixels
record Metrics(double font) {
    /// That the other numbers here are for.
    private static final double USUAL_FONT = 13;

    static final Metrics USUAL = new Metrics(USUAL_FONT);

    /// What is so large with a usual font.
    double scaled(double pixels) {
        return Math.round(pixels * font / USUAL_FONT);
    }

    double cardWidth() {
        return scaled(176);
    }

    double cardHeight() {
        return scaled(68);
    }

    /// Between cards, and between cards and the edges of their lane.
    double gap() {
        return scaled(8);
    }

    /// Between lanes, and around all of them.
    double margin() {
        return scaled(10);
    }

    /// The part of a lane with its name.
    double headWidth() {
        return scaled(176);
    }

    double headHeight() {
        return scaled(68);
    }

    /// Lanes that are not wider have their name above their cards.
    double narrowWidth() {
        return scaled(640);
    }

    /// Of a name above cards.
    double stripHeight() {
        return scaled(32);
    }

    /// Of a lane that is closed.
    double closedHeight() {
        return scaled(32);
    }

    /// Of what stands in a lane without cards.
    double emptyHeight() {
        return scaled(44);
    }

    /// How wide the mark is that shows where something would land.
    double markWidth() {
        return scaled(3);
    }
}
