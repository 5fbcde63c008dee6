package dev.lamina.app.studio.session;

import dev.lamina.model.yaml.Part;
import java.util.Optional;

/// What mappings of YAML have.
final class Pairs {
    private Pairs() {}

    /// The value of a key, as it is written; empty where there is none, or no mapping.
    static Optional<Part> value(Part part, String key) {
        return part instanceof Part.Mapping mapping
                ? mapping.pairs().stream()
                        .filter(pair -> pair.name().equals(key))
                        .map(Part.Pair::value)
                        .findFirst()
                : Optional.empty();
    }

    /// The same of a key whose value is a single one.
    static Optional<Part.Scalar> scalar(Part part, String key) {
        return value(part, key).filter(Part.Scalar.class::isInstance).map(Part.Scalar.class::cast);
    }
}
