package dev.lamina.model.exposure;

import dev.lamina.model.exposure.SystemScore.ComponentScore;
import dev.lamina.model.oci.Origin;
import java.util.Locale;
import java.util.stream.Collectors;

/// Scores in words.
public final class ExposureText {
    private ExposureText() {}

    /// One line: `service web: 6.4 of 10 (dangerous)`.
    public static String headline(ComponentScore component) {
        Score score = component.score();
        return "%s: %s of 10 (%s)%s"
                .formatted(
                        component.words(),
                        score.text(),
                        score.level().text(),
                        score.complete() ? "" : ", as far as is known without its image");
    }

    /// The answer to "why 6.4?": the headline, and a line for each part, the heaviest first.
    public static String why(ComponentScore component) {
        return headline(component)
                + "\n"
                + component.score().parts().stream().map(ExposureText::line).collect(Collectors.joining());
    }

    /// One line: the system's score, and the component that makes it.
    public static String headline(SystemScore system) {
        return system.dominating()
                .map(component -> "exposure %s of 10 (%s), by %s"
                        .formatted(
                                component.score().text(),
                                component.score().level().text(),
                                component.words()))
                .orElse("exposure 0.0 of 10: there are no containers");
    }

    private static String line(Part part) {
        return "  %s  %s%s: %s\n".formatted(number(part.points()), part.what(), origin(part.origin()), part.why());
    }

    private static String origin(Origin origin) {
        return switch (origin.kind()) {
            case DOCUMENT -> "";
            case LABEL -> " (by its label)";
            case IMAGE -> " (by its image)";
            case DEFAULT -> " (by default)";
        };
    }

    private static String number(int points) {
        return String.format(Locale.ROOT, "%5.2f", points / 100.0);
    }
}
