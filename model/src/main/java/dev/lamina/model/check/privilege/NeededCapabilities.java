package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.LabelReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells what the program of an image needs to do its work.
@FunctionalInterface
interface NeededCapabilities {

    /// Empty when that is not known.
    Optional<Set<Capability>> of(ContainerView container);

    /// This, and where it knows nothing, the other.
    default NeededCapabilities or(NeededCapabilities other) {
        return container -> of(container).or(() -> other.of(container));
    }

    /// What one of the two knows, in one.
    default NeededCapabilities and(NeededCapabilities other) {
        return container -> {
            Set<Capability> all = EnumSet.noneOf(Capability.class);
            List<Set<Capability>> known = Stream.of(of(container), other.of(container))
                    .flatMap(Optional::stream)
                    .toList();
            known.forEach(all::addAll);
            return known.isEmpty() ? Optional.empty() : Optional.of(all);
        };
    }

    /// What the label of the image asks for. One that asks for everything has not been thought about.
    static NeededCapabilities ofLabels() {
        return container -> container.image().map(ImageFacts::config).flatMap(NeededCapabilities::ofLabel);
    }

    /// What the documentation of common images says of them, for programs that it speaks of.
    ///
    /// @param kinds of statements that count
    static NeededCapabilities ofKnownImages(Kind... kinds) {
        return container -> KnownUse.of(container.ref(), container.spec())
                .filter(KnownUse::known)
                .map(use -> Stream.of(kinds)
                        .flatMap(kind -> use.claims(kind).stream())
                        .map(Claim::value)
                        .toList())
                .flatMap(NeededCapabilities::parse);
    }

    private static Optional<Set<Capability>> ofLabel(ImageConfig image) {
        String label = image.labels().getOrDefault(ImageConfig.CONFIG_LABEL, "");
        return LabelReader.read(label, "the image").spec().capabilities().flatMap(NeededCapabilities::parse);
    }

    private static Optional<Set<Capability>> parse(List<String> words) {
        Set<Capability> needed = EnumSet.noneOf(Capability.class);
        for (String word : words) {
            if (word.equalsIgnoreCase("all")) {
                return Optional.empty();
            }
            Capability.parse(word).ifPresent(needed::add);
        }
        return Optional.of(needed);
    }
}
