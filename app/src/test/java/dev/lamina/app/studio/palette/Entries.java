package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Entries for tests.
final class Entries {
    private Entries() {}

    static PaletteEntry of(String name, String summary) {
        return of(name, summary, Lane.SERVICES);
    }

    static PaletteEntry of(String name, String summary, Lane lane) {
        return new PaletteEntry(
                Group.BUILT_IN,
                name,
                "image",
                summary,
                "",
                List.of(),
                Optional.of("lamina/" + name),
                OptionalLong.empty(),
                Offer.of(name, lane, "name: " + name));
    }
}
