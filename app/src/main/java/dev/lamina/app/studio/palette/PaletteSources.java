package dev.lamina.app.studio.palette;

import dev.lamina.app.operation.Operations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the entries come from. Reads files; not for the thread of the window.
final class PaletteSources {
    private final Operations operations;

    PaletteSources(Operations operations) {
        this.operations = operations;
    }

    /// Everything that does not change while the window is open.
    List<PaletteEntry> fixed() {
        List<PaletteEntry> entries =
                new ArrayList<>(CatalogueEntries.of(operations.catalogue().components()));
        entries.addAll(WrittenEntries.linuxKit());
        entries.addAll(KnownEntries.all());
        entries.addAll(WrittenEntries.snippets());
        return entries;
    }

    /// The images in the store.
    Stored stored() {
        return Stored.of(operations.images().list());
    }

    Recent recent() {
        return Recent.read(file());
    }

    void keep(Recent recent) {
        recent.write(file());
    }

    private Path file() {
        return operations.home().data().resolve("palette-recent.txt");
    }
}
