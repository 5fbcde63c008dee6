package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.exposure.Part;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Scores in words, for the window.
final class ExposureReasons {
    private static final Texts TEXTS = Texts.of(ExposureReasons.class);

    private ExposureReasons() {}

    /// One thing that counts.
    ///
    /// @param points on the scale of scores, e.g. `+2.5`
    /// @param what it is, with where the value comes from
    /// @param why it counts
    /// @param lower what takes it away; empty for what lowers the score itself
    record Reason(String points, String what, String why, Optional<String> lower) {}

    static String headline(ComponentScore component) {
        return component.words() + ": " + ExposureMeter.words(component.score());
    }

    static List<Reason> of(ComponentScore component) {
        return component.score().parts().stream().map(ExposureReasons::reason).toList();
    }

    private static Reason reason(Part part) {
        String origin = switch (part.origin().kind()) {
            case DOCUMENT -> "";
            case LABEL -> " (" + TEXTS.get("origin.label") + ")";
            case IMAGE -> " (" + TEXTS.get("origin.image") + ")";
            case DEFAULT -> " (" + TEXTS.get("origin.default") + ")";
        };
        return new Reason(points(part.points()), sentence(part.what() + origin), sentence(part.why()), lower(part));
    }

    /// With as many decimals as it has.
    private static String points(int hundredths) {
        String sign = hundredths < 0 ? "−" : "+";
        int size = Math.abs(hundredths);
        return sign
                + (size % 10 == 0
                        ? String.format(Locale.ROOT, "%.1f", size / 100.0)
                        : String.format(Locale.ROOT, "%.2f", size / 100.0));
    }

    /// By the kind of the weight, e.g. `capability`, or by all of its key.
    private static Optional<String> lower(Part part) {
        String all = "lower." + part.key().replace(' ', '.');
        String kind = "lower." + part.key().split(" ", 2)[0];
        return TEXTS.has(all)
                ? Optional.of(TEXTS.get(all))
                : TEXTS.has(kind) ? Optional.of(TEXTS.get(kind, thing(part))) : Optional.empty();
    }

    private static String thing(Part part) {
        String[] words = part.key().split(" ", 2);
        return words[0].equals("capability") ? "CAP_" + words[1] : words[words.length - 1];
    }

    /// The sum before it is cut off at 10; empty when it is not.
    static Optional<String> sum(ComponentScore component) {
        int sum = component.score().parts().stream().mapToInt(Part::points).sum();
        return sum > component.score().points()
                ? Optional.of(TEXTS.get("exposure.sum", String.format(Locale.ROOT, "%.1f", sum / 100.0)))
                : Optional.empty();
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
