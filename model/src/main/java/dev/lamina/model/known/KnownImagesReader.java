package dev.lamina.model.known;

import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownImage.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the table. The form is explained at its head.
final class KnownImagesReader {
    private final List<KnownImage> images = new ArrayList<>();
    private @Nullable KnownImage image;

    private KnownImagesReader() {}

    static List<KnownImage> read(String text) {
        KnownImagesReader reader = new KnownImagesReader();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(reader::line);
        reader.end();
        return List.copyOf(reader.images);
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        String key = line.substring(0, space);
        String rest = line.substring(space + 1);
        if (key.equals("image")) {
            end();
            image = new KnownImage(rest, "", List.of(), List.of(), List.of(), List.of(), List.of());
            return;
        }
        KnownImage now = image;
        if (now == null) {
            throw new IllegalArgumentException("no image before: " + line);
        }
        image = switch (key) {
            case "about" -> with(now, rest, now.repositories(), now.command());
            case "names" -> with(now, now.summary(), words(rest), now.command());
            case "command" -> with(now, now.summary(), now.repositories(), words(rest));
            case "note" -> with(now, now.claims(), added(now.notes(), rest), now.sources());
            case "source" -> with(now, now.claims(), now.notes(), added(now.sources(), source(rest)));
            default -> with(now, added(now.claims(), claim(key, rest)), now.notes(), now.sources());
        };
    }

    private static KnownImage with(KnownImage image, String summary, List<String> repositories, List<String> command) {
        return new KnownImage(
                image.name(), summary, repositories, command, image.claims(), image.notes(), image.sources());
    }

    private static KnownImage with(KnownImage image, List<Claim> claims, List<String> notes, List<Source> sources) {
        return new KnownImage(
                image.name(), image.summary(), image.repositories(), image.command(), claims, notes, sources);
    }

    private static Source source(String rest) {
        int space = rest.indexOf(' ');
        return new Source(Integer.parseInt(rest.substring(0, space)), rest.substring(space + 1));
    }

    private static Claim claim(String key, String rest) {
        int colon = rest.indexOf(" : ");
        int bracket = rest.lastIndexOf('[');
        List<String> words = words(rest.substring(0, colon));
        Condition when = Condition.ALWAYS;
        for (String word : words.subList(1, words.size())) {
            when = when.with(word);
        }
        return new Claim(
                Kind.valueOf(key.toUpperCase(Locale.ROOT)),
                words.getFirst(),
                when,
                rest.substring(colon + 3, bracket).strip(),
                Integer.parseInt(rest.substring(bracket + 1, rest.length() - 1)));
    }

    private void end() {
        if (image != null) {
            images.add(image);
        }
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    private static <T> List<T> added(List<T> list, T element) {
        List<T> all = new ArrayList<>(list);
        all.add(element);
        return all;
    }
}
