package dev.lamina.app.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Letters as lines, for formats without text: `letters.txt`. Fonts of the computer would make another
/// picture on every computer. It has what is in ASCII, and Latin letters with the usual marks; everything
/// else becomes a box.
final class Letters {
    private static final String FILE = "letters.txt";
    private static final double UNITS = 100;
    private static final String MISSING = "missing";

    /// Lines with round ends want more space between them than letters with edges.
    private static final double NARROWER = 0.9;

    /// How much higher a mark is over a capital letter.
    private static final double CAPITAL = -18;

    private final Map<String, Outline> outlines = new HashMap<>();

    Letters() {
        text().lines().filter(line -> !line.startsWith("//")).forEach(line -> {
            int space = line.indexOf(' ');
            outlines.put(line.substring(0, space), PathReader.read(line.substring(space + 1)));
        });
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Letters.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of a text where it stands.
    List<Outline> of(Figure.Words words) {
        List<Outline> lines = new ArrayList<>();
        double x = words.x();
        String text = Normalizer.normalize(words.text(), Normalizer.Form.NFC);
        for (int point : text.codePoints().toArray()) {
            double width = Lettering.units(point, words.bold()) * words.size() / 1000;
            if (point != ' ' && width > 0) {
                letter(point, x, words, lines);
            }
            x += width;
        }
        return lines;
    }

    private void letter(int point, double x, Figure.Words words, List<Outline> lines) {
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        int base = outlines.containsKey(Character.toString(point)) ? point : parts.codePointAt(0);
        double scale = words.size() / UNITS;
        // The lines are those of the regular letters; bold ones are as wide as Helvetica-Bold has them.
        double advance = Lettering.units(base, words.bold()) * words.size() / 1000;
        double stretch = NARROWER * scale * Lettering.units(base, words.bold()) / Lettering.units(base, false);
        double left = x + advance * (1 - NARROWER) / 2;
        Outline plain = Objects.requireNonNull(outlines.get(MISSING));
        lines.add(outlines.getOrDefault(Character.toString(base), plain).placed(left, words.y(), stretch, scale));
        if (base != point) {
            double middle = x + advance / 2;
            double lift = Character.isUpperCase(base) ? CAPITAL * scale : 0;
            parts.codePoints().skip(1).forEach(mark -> {
                Outline sign = outlines.get("mark-" + Integer.toHexString(mark));
                if (sign != null) {
                    lines.add(sign.placed(middle, words.y() + (mark == 0x327 ? 0 : lift), scale, scale));
                }
            });
        }
    }
}
