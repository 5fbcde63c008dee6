package dev.lamina.model.yaml;

import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.Optional;

/// Where in a composition a value is, in the words of messages: `capabilities[1] of service web`.
///
/// @param subject the nearest thing with a name, e.g. `service web`; empty outside of one
/// @param path from there to the value; empty for the subject itself
record Place(String subject, String path, Kind kind) {
    enum Kind {
        ROOT,
        SECTION,
        LABEL,
        INSIDE
    }

    static final Place ROOT = new Place("", "", Kind.ROOT);

    static Place label(String image) {
        return new Place("the label of image " + image, "", Kind.LABEL);
    }

    boolean isRoot() {
        return kind == Kind.ROOT;
    }

    boolean isLabel() {
        return kind == Kind.LABEL;
    }

    /// Whether the value is a file's content, which may be anything.
    boolean holdsContent() {
        return subject.startsWith("file") && path.equals("contents");
    }

    Place key(String name) {
        return switch (kind) {
            case ROOT -> new Place("", name, Kind.SECTION);
            default -> new Place(subject, path.isEmpty() ? name : path + "." + Texts.shorten(name), Kind.INSIDE);
        };
    }

    Place element(int index, Item item) {
        String indexed = path + "[" + index + "]";
        if (kind != Kind.SECTION) {
            return new Place(subject, indexed, Kind.INSIDE);
        }
        return switch (path) {
            case "onboot", "onshutdown" -> named(path + " container", "name", indexed, item);
            case "services" -> named("service", "name", indexed, item);
            case "volumes" -> named("volume", "name", indexed, item);
            case "files" -> named("file", "path", indexed, item);
            default -> new Place("", indexed, Kind.INSIDE);
        };
    }

    private static Place named(String what, String key, String indexed, Item item) {
        Optional<String> name = item instanceof Mapping mapping
                ? mapping.get(key)
                        .filter(Scalar.class::isInstance)
                        .map(value -> ((Scalar) value).text())
                        .filter(text -> !text.isBlank())
                : Optional.empty();
        return new Place(
                name.map(text -> what + " " + Texts.shorten(text)).orElse(what + " (" + indexed + ")"),
                "",
                Kind.INSIDE);
    }

    /// `capabilities[1] of service web`, `kernel.image`, `service web`.
    String words() {
        if (subject.isEmpty()) {
            return path.isEmpty() ? "the composition" : path;
        }
        return path.isEmpty() ? subject : path + " of " + subject;
    }

    /// The same as the end of a sentence; empty for the root.
    String in() {
        return isRoot() ? "" : " in " + words();
    }
}
