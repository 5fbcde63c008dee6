package dev.lamina.app.studio.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A member of the OCI runtime spec with what is below it.
///
/// @param key its name within what it lies in
/// @param value on one line; empty for what only holds others, and for parts of a value
/// @param sources where it comes from; empty for what only holds others
record ResolvedNode(String key, String value, List<Effective.Source> sources, List<ResolvedNode> children) {
    ResolvedNode {
        sources = List.copyOf(sources);
        children = List.copyOf(children);
    }

    /// What of it has a word in its key or value, with what it lies in; itself when the word is in its own
    /// key.
    Optional<ResolvedNode> filtered(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        if (key.toLowerCase(Locale.ROOT).contains(lower)
                || value.toLowerCase(Locale.ROOT).contains(lower)) {
            return Optional.of(this);
        }
        List<ResolvedNode> left = children.stream()
                .flatMap(child -> child.filtered(wanted).stream())
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new ResolvedNode(key, value, sources, left));
    }
}
