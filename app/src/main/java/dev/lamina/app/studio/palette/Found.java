package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.PlainOffers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The palette while somebody searches.
final class Found {
    private static final Texts TEXTS = Texts.of(Found.class);

    private Found() {}

    /// What was found. When nothing was, what was typed is offered as the name of an image.
    static List<PaletteRow> rows(String asked, List<PaletteEntry> found) {
        if (!found.isEmpty()) {
            return found.stream()
                    .<PaletteRow>map(entry -> new PaletteRow.Item(entry, true))
                    .toList();
        }
        List<PaletteRow> rows = new ArrayList<>();
        rows.add(new PaletteRow.Note(TEXTS.get("nothing", asked), false));
        image(asked).ifPresent(entry -> rows.add(new PaletteRow.Item(entry, false)));
        return rows;
    }

    /// An image that nobody knows yet, as an entry; empty when that cannot be its name.
    static Optional<PaletteEntry> image(String asked) {
        return PlainOffers.image(asked)
                .map(offer -> new PaletteEntry(
                        Group.STORE,
                        TEXTS.get("use.name", asked),
                        "add",
                        TEXTS.get("use.summary"),
                        TEXTS.get("use.explanation"),
                        List.of(),
                        Optional.of(asked),
                        OptionalLong.empty(),
                        offer));
    }
}
