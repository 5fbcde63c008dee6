package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The entries that stand in texts of the palette: LinuxKit's packages and parts without an image.
final class WrittenEntries {
    private WrittenEntries() {}

    static List<PaletteEntry> linuxKit() {
        return of("linuxkit.txt", Group.LINUXKIT);
    }

    static List<PaletteEntry> snippets() {
        return of("snippets.txt", Group.SNIPPETS);
    }

    private static List<PaletteEntry> of(String resource, Group group) {
        return EntryFile.load(resource).stream()
                .map(written -> entry(written, group))
                .toList();
    }

    private static PaletteEntry entry(EntryFile.Written written, Group group) {
        return new PaletteEntry(
                group,
                written.name(),
                written.word("icon"),
                written.word("about"),
                written.word("more"),
                PrivilegeWords.of(written.word("label"), Map.of()),
                Optional.of(written.word("image")).filter(image -> !image.isEmpty()),
                OptionalLong.empty(),
                new Offer(written.name(), written.offers()));
    }
}
