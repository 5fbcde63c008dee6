package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Lane;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A text of entries that comes with the palette.
///
/// `entry NAME` begins one. Lines `WORD TEXT` say something of it: `icon`, `image`, `about` (one sentence), `more`
/// (some), `label` (the defaults of its image as JSON). `offer LANE` begins what is written into that lane: the
/// lines that follow, behind `| `. The usual lane comes first. Empty lines and those that begin with `#` say nothing.
final class EntryFile {
    private final List<Written> entries = new ArrayList<>();
    private String lane = "";

    private EntryFile() {}

    /// @param words by their keys
    /// @param yaml by lane, in the order of the file
    record Written(String name, Map<String, String> words, Map<String, List<String>> yaml) {

        String word(String key) {
            return words.getOrDefault(key, "");
        }

        Map<Lane, String> offers() {
            Map<Lane, String> offers = new LinkedHashMap<>();
            yaml.forEach((key, lines) -> offers.put(Lane.of(key).orElseThrow(), String.join("\n", lines)));
            return offers;
        }
    }

    /// @param name of a resource beside this class
    static List<Written> load(String name) {
        return read(text(name));
    }

    static Map<String, Written> byName(String name) {
        return load(name).stream().collect(Collectors.toMap(Written::name, entry -> entry));
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(EntryFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Written> read(String text) {
        EntryFile file = new EntryFile();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(file::line);
        return List.copyOf(file.entries);
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        String key = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        switch (key) {
            case "entry" -> entries.add(new Written(rest, new LinkedHashMap<>(), new LinkedHashMap<>()));
            case "offer" -> lane = rest;
            case "|" ->
                entries.getLast()
                        .yaml()
                        .computeIfAbsent(lane, absent -> new ArrayList<>())
                        .add(rest);
            default -> entries.getLast().words().put(key, rest);
        }
    }
}
