package dev.lamina.app.picture;

/// The colours of a picture, after those of the window.
public enum Colours {
    LIGHT(0xffffff, 0xf6f8fa, 0xd0d7de, 0x24292f, 0x57606a),
    DARK(0x0d1117, 0x161b22, 0x30363d, 0xc9d1d9, 0x8b949e);

    private final Colour paper;
    private final Colour ground;
    private final Colour edge;
    private final Colour words;
    private final Colour muted;

    Colours(int paper, int ground, int edge, int words, int muted) {
        this.paper = new Colour(paper);
        this.ground = new Colour(ground);
        this.edge = new Colour(edge);
        this.words = new Colour(words);
        this.muted = new Colour(muted);
    }

    /// Behind everything, and of cards.
    Colour paper() {
        return paper;
    }

    /// Of layers.
    Colour ground() {
        return ground;
    }

    Colour edge() {
        return edge;
    }

    Colour words() {
        return words;
    }

    Colour muted() {
        return muted;
    }

    Colour tone(Tone tone) {
        boolean light = this == LIGHT;
        return new Colour(
                switch (tone) {
                    case GOOD -> light ? 0x2da44e : 0x3fb950;
                    case WARNING -> light ? 0x9a6700 : 0xd29922;
                    case BAD -> light ? 0xcf222e : 0xf85149;
                });
    }

    /// How good or bad something is.
    enum Tone {
        GOOD,
        WARNING,
        BAD
    }
}
