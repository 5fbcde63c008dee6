package dev.lamina.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which Linux this is, by os-release(5): lines `KEY=value`, quoted as in a shell.
///
/// @param name for people
/// @param family its own name and those of what it is made from, the nearest first, e.g. `ubuntu`, `debian`
record OsRelease(Optional<String> name, List<String> family) {

    static OsRelease read(Path root) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String place : List.of("usr/lib/os-release", "etc/os-release")) {
            values.putAll(values(root.resolve(place)));
        }
        List<String> family = new ArrayList<>();
        Optional.ofNullable(values.get("ID")).ifPresent(family::add);
        Arrays.stream(values.getOrDefault("ID_LIKE", "").split(" "))
                .filter(like -> !like.isEmpty())
                .forEach(family::add);
        return new OsRelease(Optional.ofNullable(values.get("PRETTY_NAME")), List.copyOf(family));
    }

    private static Map<String, String> values(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.limit(100).filter(line -> line.matches("[A-Z_]+=.*")).forEach(line -> {
                int end = line.indexOf('=');
                values.put(line.substring(0, end), plain(line.substring(end + 1)));
            });
        } catch (IOException | UncheckedIOException e) {
            return Map.of();
        }
        return values;
    }

    private static String plain(String value) {
        return value.replaceAll("^[\"']|[\"']$", "").replaceAll("\\p{Cntrl}", " ");
    }
}
