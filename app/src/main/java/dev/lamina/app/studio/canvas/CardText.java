package dev.lamina.app.studio.canvas;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.VitalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Cards and lanes in words, for those who hear them and for tooltips.
final class CardText {
    private final Texts texts;

    CardText(Texts texts) {
        this.texts = texts;
    }

    /// For example `web, service, image lamina/httpd, 2 problems, exposure 3.1`.
    String spoken(Card card, Optional<Vital> vital) {
        List<String> words = new ArrayList<>();
        words.add(card.title());
        words.add(kind(card.place().lane()));
        vital.ifPresent(there -> words.add(words(card.place().lane(), there)));
        words.add(texts.get("spoken.detail." + (hasImage(card) ? "image" : "other"), card.detail()));
        card.facts().trouble().ifPresent(trouble -> words.add(texts.get("spoken.problems", trouble.count())));
        card.facts().exposed().ifPresent(exposed -> words.add(texts.get("spoken.exposure", exposed.text())));
        card.note().ifPresent(note -> words.add(texts.get("spoken.note", note)));
        return String.join(", ", words);
    }

    private static boolean hasImage(Card card) {
        return switch (card.place().lane()) {
            case KERNEL, INIT, ONBOOT, SERVICES, ONSHUTDOWN -> true;
            case VOLUMES, FILES -> false;
        };
    }

    /// For example `Services, 4 items`.
    String spoken(Lane lane, int count) {
        return texts.get("spoken.lane", name(lane), count);
    }

    String name(Lane lane) {
        return texts.get("lane." + lane.key());
    }

    /// For example `service`.
    String kind(Lane lane) {
        return texts.get("kind." + lane.key());
    }

    /// For example `failed: bind: Address in use`.
    String words(Lane lane, Vital vital) {
        String state = texts.get("vital." + VitalKey.of(lane, vital));
        return vital.reason().isEmpty() ? state : texts.get("vital.reason", state, vital.reason());
    }

    /// All that the card has no room for.
    String tooltip(Card card, Optional<Vital> vital) {
        List<String> lines = new ArrayList<>();
        lines.add(card.title());
        vital.ifPresent(there -> lines.add(words(card.place().lane(), there)));
        lines.add(card.facts().size().map(size -> card.detail() + " · " + size).orElse(card.detail()));
        card.facts()
                .trouble()
                .ifPresent(trouble -> lines.add(texts.get(
                        "tip.problems", trouble.count(), trouble.worst().text())));
        card.facts()
                .exposed()
                .ifPresent(exposed -> lines.add(texts.get(
                        "tip.exposure", exposed.text(), exposed.level().text())));
        String badges = card.facts().badges().stream()
                .map(badge -> badge.text() + ": " + badge.explanation())
                .collect(Collectors.joining("\n"));
        if (!badges.isEmpty()) {
            lines.add(badges);
        }
        card.note().ifPresent(note -> lines.add(texts.get("tip.note", note)));
        return String.join("\n", lines);
    }
}
