package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.LabelReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells what the program of an image needs to do its work.
@FunctionalInterface
interface NeededCapabilities {

    /// Empty when that is not known.
    Optional<Set<Capability>> of(ContainerView container);

    /// This, and where it knows nothing, the other.
    default NeededCapabilities or(NeededCapabilities other) {
        return container -> of(container).or(() -> other.of(container));
    }

    /// What the label of the image asks for. One that asks for everything has not been thought about.
    static NeededCapabilities ofLabels() {
        return container -> container.image().map(ImageFacts::config).flatMap(NeededCapabilities::ofLabel);
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
