package dev.lamina.app.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Systems to begin with: examples that Lamina brings along. `templates.txt` lists them, a name and what it is on each
/// line; the build puts the examples of the repository beside it.
public final class Templates {
    private static final String INDEX = "templates.txt";

    /// @param name for people, e.g. `web`
    /// @param about what it is, in one sentence
    public record Template(String name, String about) {}

    public List<Template> all() {
        return read(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" +", 2))
                .map(line -> new Template(line[0], line[1]))
                .toList();
    }

    /// The text of the document.
    public String text(Template template) {
        return read("examples/" + template.name() + ".yml");
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
