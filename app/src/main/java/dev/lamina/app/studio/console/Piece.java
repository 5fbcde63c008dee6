package dev.lamina.app.studio.console;

/// Cells beside each other that are painted at once.
///
/// @param column the first
/// @param text what is written in them; blank when only their ground is painted
record Piece(int column, int cells, String text, Kind kind, Ink ink) {

    enum Kind {
        BLANK,

        /// Characters that are as wide as the cells, one after the other.
        TEXT,

        /// One character that is made to fit into its cells.
        FITTED,

        /// One character that is drawn.
        SHAPE
    }
}
