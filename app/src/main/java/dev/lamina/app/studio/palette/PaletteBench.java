package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/// Measures the search of the palette with very many entries.
public final class PaletteBench {
    private static final List<String> WORDS = List.of(
            "server", "client", "proxy", "cache", "queue", "store", "disk", "network", "monitor", "login", "time",
            "log", "mail", "web", "key", "cluster", "backup", "agent", "gateway", "tunnel");

    /// What people type: beginnings, names, several words, something mistyped, something that is not there.
    private static final List<String> QUERIES = List.of(
            "s",
            "se",
            "serv",
            "server",
            "proxy cache",
            "mail gateway 77",
            "cluter",
            "monitr",
            "log in to disk",
            "zzzz");

    private static final int WORDS_IN_EXPLANATION = 40;

    private PaletteBench() {}

    /// What was measured.
    ///
    /// @param median of all searches
    /// @param worst of all
    public record Measured(int entries, int searches, Duration median, Duration worst) {}

    /// Searches among entries of chance, the same each time.
    ///
    /// @param entries how many there are
    /// @param searches how many are measured, after half as many that are not
    public static Measured search(int entries, int searches) {
        PaletteSearch search = new PaletteSearch(entries(entries));
        measure(search, Math.max(1, searches / 2));
        long[] times = measure(search, searches);
        Arrays.sort(times);
        return new Measured(
                entries, searches, Duration.ofNanos(times[searches / 2]), Duration.ofNanos(times[searches - 1]));
    }

    private static long[] measure(PaletteSearch search, int searches) {
        long[] times = new long[searches];
        for (int i = 0; i < searches; i++) {
            long begin = System.nanoTime();
            search.find(QUERIES.get(i % QUERIES.size()), Optional.empty());
            times[i] = System.nanoTime() - begin;
        }
        return times;
    }

    /// The same each time.
    static List<PaletteEntry> entries(int count) {
        Random random = new Random(7);
        List<PaletteEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = words(random, 2).replace(' ', '-') + "-" + i;
            entries.add(new PaletteEntry(
                    Group.STORE,
                    name,
                    "image",
                    words(random, 8),
                    words(random, WORDS_IN_EXPLANATION),
                    List.of(),
                    Optional.of("registry.example.org/team/" + name + ":1." + i),
                    OptionalLong.of(i),
                    Offer.of(name, Lane.SERVICES, "name: " + name)));
        }
        return entries;
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }
}
