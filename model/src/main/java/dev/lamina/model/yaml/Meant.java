package dev.lamina.model.yaml;

import dev.lamina.model.problem.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/// What was probably meant by a value.
///
/// @param replacement the value to write in its place, as YAML, if that is known for sure
record Meant(Optional<String> hint, Optional<String> replacement) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    /// The value should not be there.
    static Meant nothing(String hint) {
        return new Meant(Optional.of(hint), Optional.of(""));
    }

    static Meant hint(Optional<String> hint) {
        return new Meant(hint, Optional.empty());
    }

    static Meant hint(String hint) {
        return hint(Optional.of(hint));
    }

    /// One of some words.
    static Meant oneOf(String word, Collection<String> words) {
        return new Meant(Nearest.hint(word, words), Nearest.of(word, words).flatMap(Meant::plain));
    }

    /// A text as YAML; empty for one that needs quotes.
    static Optional<String> plain(String text) {
        return Optional.of(text).filter(PLAIN.asMatchPredicate()).filter(word -> !Quoting.isNeeded(word));
    }

    Meant or(String otherwise) {
        return hint.isPresent() ? this : new Meant(Optional.of(otherwise), replacement);
    }
}
