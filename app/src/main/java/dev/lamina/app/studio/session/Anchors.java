package dev.lamina.app.studio.session;

import dev.lamina.model.yaml.Part;

/// Whether a piece of YAML shares something with other places of its document.
final class Anchors {
    private Anchors() {}

    /// Whether there is an anchor, an alias or a merge key in it.
    static boolean in(Part part) {
        return !part.extent().anchor().isEmpty()
                || switch (part) {
                    case Part.Alias alias -> true;
                    case Part.Scalar scalar -> false;
                    case Part.Sequence sequence ->
                        sequence.elements().stream().anyMatch(element -> in(element.value()));
                    case Part.Mapping mapping ->
                        mapping.pairs().stream().anyMatch(pair -> pair.merges() || in(pair.key()) || in(pair.value()));
                };
    }
}
