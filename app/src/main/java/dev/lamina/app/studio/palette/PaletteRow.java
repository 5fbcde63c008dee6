package dev.lamina.app.studio.palette;

/// A line of the palette.
sealed interface PaletteRow {

    /// The beginning of a group.
    ///
    /// @param open whether its entries follow
    record Heading(Group group, int count, boolean open) implements PaletteRow {}

    /// An entry.
    ///
    /// @param source whether the row says which group the entry is of, as the rows around it are of others;
    /// else it says to which lane it is added
    record Item(PaletteEntry entry, boolean source) implements PaletteRow {}

    /// Something to know in place of entries.
    record Note(String text, boolean problem) implements PaletteRow {}
}
