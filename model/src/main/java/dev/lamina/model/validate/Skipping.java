package dev.lamina.model.validate;

import dev.lamina.model.check.Check;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.validate.Validation.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Tells which rules could not look at everything, as something is not known.
final class Skipping {
    private Skipping() {}

    static List<Skipped> of(SystemView system, Profile profile) {
        List<Skipped> skipped = new ArrayList<>();
        for (Need need : Need.values()) {
            List<String> codes = Rules.checks().stream()
                    .map(Check::rule)
                    .filter(rule -> rule.needs().contains(need) && profile.shows(rule.severity()))
                    .map(rule -> rule.code())
                    .toList();
            List<String> images = images(need, system);
            boolean unknown = need == Need.KERNEL
                    ? system.facts().kernel().isEmpty()
                            && system.composition().kernel().image().isPresent()
                    : !images.isEmpty();
            if (unknown && !codes.isEmpty()) {
                skipped.add(new Skipped(need, codes, images));
            }
        }
        return skipped;
    }

    private static List<String> images(Need need, SystemView system) {
        return switch (need) {
            case IMAGE_CONFIG -> images(system, container -> container.image().isEmpty());
            case IMAGE_FILES -> images(system, container -> container.files().isEmpty());
            case SIZES ->
                images(
                        system,
                        container -> container.image().map(ImageFacts::size).orElse(0L) == 0);
            case KERNEL, RUN -> List.of();
        };
    }

    private static List<String> images(SystemView system, Predicate<ContainerView> unknown) {
        return system.containers().stream()
                .filter(unknown)
                .map(container -> container.ref().name())
                .distinct()
                .sorted()
                .toList();
    }
}
