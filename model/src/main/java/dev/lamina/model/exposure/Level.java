package dev.lamina.model.exposure;

/// A score in words.
public enum Level {
    /// Who takes it over has hardly anything.
    TIGHT("tight", 100),

    /// What a service needs that was looked at.
    MODERATE("moderate", 300),

    /// More than most services need.
    WIDE("wide", 600),

    /// A few steps from the machine.
    DANGEROUS("dangerous", 900),

    /// Who takes it over has the machine.
    OWNS_MACHINE("owns the machine", Integer.MAX_VALUE);

    private final String text;
    private final int below;

    Level(String text, int below) {
        this.text = text;
        this.below = below;
    }

    public String text() {
        return text;
    }

    /// In hundredths: scores of this level are less.
    int below() {
        return below;
    }

    static Level of(int points) {
        for (Level level : values()) {
            if (points < level.below) {
                return level;
            }
        }
        return OWNS_MACHINE;
    }
}
