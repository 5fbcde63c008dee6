package dev.lamina.app.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The icons of the module `icons` as lines, on a field of 24 by 24. Not for several threads.
final class Icons {
    static final double FIELD = 24;

    private static final String FOLDER = "/dev/lamina/icons/";
    private static final Pattern PATH = Pattern.compile("\\sd=\"([^\"]*)\"");

    private final Map<String, Optional<Outline>> read = new HashMap<>();

    boolean has(String name) {
        return outline(name).isPresent();
    }

    /// @param name of a file in the module, without `.svg`
    Optional<Outline> outline(String name) {
        return read.computeIfAbsent(name, Icons::load);
    }

    private static Optional<Outline> load(String name) {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            return Optional.empty(); // a part of it may come from a document
        }
        try (InputStream in = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
            if (in == null) {
                return Optional.empty();
            }
            StringBuilder data = new StringBuilder();
            Matcher matcher = PATH.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                data.append(matcher.group(1)).append(' ');
            }
            return Optional.of(PathReader.read(data.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
