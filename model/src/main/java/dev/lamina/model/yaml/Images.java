package dev.lamina.model.yaml;

import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.Item.Scalar;

/// What an image reference must be before anybody looks for the image.
final class Images {
    private Images() {}

    /// @param of the end of the sentence, e.g. ` of service web`
    static void check(Scalar image, String of, Problems problems) {
        String text = image.text();
        if (image.unresolved().isPresent()) {
            PackageNames.Answer.Unknown unknown = image.unresolved().get();
            problems.add(
                    image.span(),
                    "the image %s%s is that of a package, but %s".formatted(Texts.quote(text), of, unknown.reason()),
                    unknown.hint());
        } else if (!usable(text)) {
            problems.add(
                    image.span(),
                    "%s%s is not an image reference".formatted(Texts.quote(text), of),
                    "write for example alpine:3.20 or docker.io/library/alpine:3.20");
        }
    }

    /// Without blanks and control characters, and not empty.
    static boolean usable(String text) {
        return !text.isEmpty()
                && !text.startsWith("@")
                && text.codePoints()
                        .noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == 0xA0);
    }
}
