package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.Component;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// Says in plain words what a part of a system is, why the system needs it, and what happens without it.
public final class ExplainPart {
    private static final String FILE = "parts.properties";

    private final Catalogue catalogue;
    private final Properties words = new Properties();

    public ExplainPart(Catalogue catalogue) {
        this.catalogue = catalogue;
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ExplainPart.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param what it is and does
    /// @param why a system has it
    /// @param without it what does not work
    /// @param reasons why it has each of its privileges, by capability, key or path; in order, empty for what is no
    /// component of ours
    public record Explained(String what, String why, String without, Map<String, String> reasons) {
        public Explained {
            reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
        }
    }

    /// @param lane its key in the document, e.g. `services`
    /// @param image that it is made of, when it is made of one
    public Explained of(String lane, Optional<ImageRef> image) {
        Optional<Component> component = image.filter(ImageRef::builtIn).flatMap(catalogue::find);
        String usual = "lane." + lane;
        return new Explained(
                component.map(Component::description).map(String::strip).orElseGet(() -> word(usual + ".what")),
                component.flatMap(found -> known(found.name() + ".why")).orElseGet(() -> word(usual + ".why")),
                component.flatMap(found -> known(found.name() + ".without")).orElseGet(() -> word(usual + ".without")),
                component.map(Component::reasons).orElse(Map.of()));
    }

    private Optional<String> known(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    private String word(String key) {
        return known(key).orElseThrow(() -> new IllegalArgumentException(key));
    }
}
