package dev.lamina.app.studio.canvas;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.value.ByteSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a review says about each component. Making it takes a moment: not on the thread of the window.
record ReviewFacts(Map<CardKey, CardFacts> byCard) {
    static final ReviewFacts NONE = new ReviewFacts(Map.of());

    ReviewFacts {
        byCard = Map.copyOf(byCard);
    }

    CardFacts of(CardKey key) {
        return byCard.getOrDefault(key, CardFacts.NONE);
    }

    static ReviewFacts of(Reviewed reviewed, Texts texts) {
        Composition composition = reviewed.system().composition();
        Map<Place, List<Finding>> findings = findings(reviewed);
        Map<Place, ContainerView> containers = new HashMap<>();
        reviewed.system()
                .containers()
                .forEach(container -> Place.of(container.path()).ifPresent(place -> containers.put(place, container)));
        Badges badges = new Badges(texts);
        Map<CardKey, CardFacts> facts = new HashMap<>();
        CardKey.all(composition).forEach((place, key) -> {
            Optional<ContainerView> container = Optional.ofNullable(containers.get(place));
            facts.put(
                    key,
                    new CardFacts(
                            container.map(badges::of).orElseGet(() -> badges.of(place, composition)),
                            Trouble.of(findings.getOrDefault(place, List.of())),
                            container.map(Exposure::of).map(Exposed::of),
                            place.image(composition)
                                    .flatMap(reviewed.system()::image)
                                    .flatMap(ReviewFacts::size),
                            Optional.empty()));
        });
        return new ReviewFacts(facts);
    }

    private static Map<Place, List<Finding>> findings(Reviewed reviewed) {
        Map<Place, List<Finding>> byPlace = new HashMap<>();
        reviewed.validation()
                .findings()
                .forEach(finding -> Place.of(finding.path())
                        .ifPresent(place -> byPlace.computeIfAbsent(place, key -> new ArrayList<>())
                                .add(finding)));
        return byPlace;
    }

    private static Optional<String> size(ImageFacts image) {
        return image.size() == 0 ? Optional.empty() : Optional.of(new ByteSize(image.size()).toString());
    }
}
