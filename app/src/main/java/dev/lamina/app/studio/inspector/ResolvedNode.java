package dev.lamina.app.studio.inspector;

import java.util.List;
import java.util.Locale;

/// A member of the OCI runtime spec with what is below it.
///
/// @param key its name within what it lies in
/// @param value on one line; empty for what only holds others
/// @param source where it comes from; empty for what holds values of several origins
record ResolvedNode(String key, String value, List<Effective.Source> sources, List<ResolvedNode> children) {
    ResolvedNode {
        sources = List.copyOf(sources);
        children = List.copyOf(children);
    }

    /// What of it has a word in its key or value, with what it lies in; itself when the word is in its own
    /// key.
    java.util.Optional<ResolvedNode> filtered(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        if (key.toLowerCase(Locale.ROOT).contains(lower)
                || value.toLowerCase(Locale.ROOT).contains(lower)) {
            return java.util.Optional.of(this);
        }
        List<ResolvedNode> left = children.stream()
                .flatMap(child -> child.filtered(wanted).stream())
                .toList();
        return left.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new ResolvedNode(key, value, sources, left));
    }
}
