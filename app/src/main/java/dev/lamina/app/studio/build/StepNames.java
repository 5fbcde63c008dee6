package dev.lamina.app.studio.build;

import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What parts of the ramdisk are called for people: plans know their components by number.
///
/// @param composition that was planned
record StepNames(Composition composition) {
    private static final Pattern NUMBERED = Pattern.compile("\\b[a-z]+\\[[0-9]+]");

    /// `services[0] and 2 more` becomes `services web and 2 more`.
    String of(String label) {
        return NUMBERED.matcher(label).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(name(found)));
    }

    private String name(MatchResult found) {
        return Place.of(found.group().replaceFirst("^volume\\[", "volumes["))
                .filter(place -> place.exists(composition))
                .map(place -> place.lane().key() + " " + place.name(composition))
                .orElse(found.group());
    }
}
