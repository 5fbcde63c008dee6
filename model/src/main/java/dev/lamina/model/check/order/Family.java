package dev.lamina.model.check.order;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.KnownPackages;
import java.util.Optional;

/// What is known of a container by the name of its image and by its command.
final class Family {
    private Family() {}

    /// The name of LinuxKit's package or Lamina's component; empty for others.
    static String name(ContainerView container) {
        return KnownPackages.name(container.ref()).orElse("");
    }

    /// The name of the program that the command begins with; empty when it is not known.
    static String program(ContainerView container) {
        return container.spec().command().value().stream()
                .findFirst()
                .map(GuestPaths::name)
                .orElse("");
    }

    /// Whether the document lets another program run than the image's own.
    static boolean otherProgram(ContainerView container, String own) {
        return container.spec().command().origin().inDocument()
                && !program(container).equals(own);
    }

    static Optional<String> option(ContainerView container, String name) {
        var words = container.spec().command().value();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals("-" + name) || words.get(i).equals("--" + name)) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
