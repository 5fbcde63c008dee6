package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/// Entries for tests.
final class Entries {
    private static final String[] WORDS = {
        "server", "client", "proxy", "cache", "queue", "store", "disk", "network", "monitor", "login", "time", "log",
        "mail", "web", "key", "cluster", "backup", "agent", "gateway", "tunnel"
    };

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

    /// Very many, with names and sentences of chance.
    static List<PaletteEntry> many(int count) {
        Random random = new Random(7);
        List<PaletteEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = word(random) + "-" + word(random) + i;
            StringBuilder sentence = new StringBuilder();
            for (int j = 0; j < 30; j++) {
                sentence.append(word(random)).append(' ');
            }
            entries.add(new PaletteEntry(
                    Group.STORE,
                    name,
                    "image",
                    sentence.substring(0, 60),
                    sentence.toString(),
                    List.of(),
                    Optional.of("registry.example.org/team/" + name + ":1." + i),
                    OptionalLong.of(i),
                    Offer.of(name, Lane.SERVICES, "name: " + name)));
        }
        return entries;
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
