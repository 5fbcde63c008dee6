package dev.lamina.app.operation;

import dev.lamina.app.picture.Sketch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Systems to begin with: examples that Lamina brings along. `templates.txt` lists them, one on each line;
/// the build puts the examples of the repository beside it.
public final class Templates {
    private static final String INDEX = "templates.txt";

    /// @param name of its file, e.g. `web`
    /// @param title for people
    /// @param memory MiB with which it starts on amd64, see `docs/memory.md`
    /// @param about what it is, in one sentence
    public record Template(String name, String title, int memory, String about) {
        static Template of(String line) {
            String[] fields = line.split(" \\| ", 4);
            return new Template(fields[0], fields[1], Integer.parseInt(fields[2]), fields[3]);
        }
    }

    public List<Template> all() {
        return read(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Template::of)
                .toList();
    }

    /// What it consists of.
    public Sketch sketch(Template template) {
        SourceText text = new SourceText(template.name() + ".yml", text(template));
        return Sketch.of(new CompositionReader().read(List.of(text)).composition());
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
