package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Capability;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The words that give a container its capabilities: those of `capabilities` and of `ambient`, as its programs can come
/// to hold both.
final class Grants {
    private Grants() {}

    /// The word that gives everything; of 41 single ones the first.
    static Optional<Given<String>> all(ContainerView container) {
        return find(container, word -> word.equalsIgnoreCase("all"))
                .or(() -> container.spec().holdsAll()
                        ? Optional.of(container.spec().capabilities().getFirst())
                        : Optional.empty());
    }

    /// The word that names exactly this capability, unless everything is given.
    static Optional<Given<String>> named(ContainerView container, Capability capability) {
        return container.spec().holdsAll() ? Optional.empty() : find(container, word -> word.equals(capability.text()));
    }

    /// The same, or the word that gives everything.
    static Optional<Given<String>> any(ContainerView container, Capability capability) {
        return named(container, capability).or(() -> all(container));
    }

    /// `CAP_SYS_ADMIN`, or `all capabilities`.
    static String words(Given<String> word, ContainerView container) {
        return word.value().equalsIgnoreCase("all") || container.spec().holdsAll() ? "all capabilities" : word.value();
    }

    private static Optional<Given<String>> find(ContainerView container, Predicate<String> wanted) {
        List<Given<String>> found = Stream.concat(
                        container.spec().capabilities().stream(), container.spec().ambient().stream())
                .filter(word -> wanted.test(word.value()))
                .toList();
        return found.stream()
                .filter(word -> word.origin().inDocument())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }
}
