package dev.lamina.model.yaml;

import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import dev.lamina.model.yaml.Item.Sequence;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Advice for a value of the wrong type.
final class WrongType {
    /// Texts that stay what they are when quotes are put around them.
    private static final Pattern SIMPLE = Pattern.compile("[ !#-\\[\\]-~]+");

    private WrongType() {}

    static Optional<String> hint(Item item, Type type) {
        if (item instanceof Scalar scalar) {
            return scalar.type() == Scalar.Type.NOTHING
                    ? Optional.of("write a value, or remove the key")
                    : scalar(scalar, type);
        }
        if (item instanceof Mapping && type instanceof ListOf) {
            return Optional.of("begin each entry with \"- \"");
        }
        if (item instanceof Sequence && type instanceof Schema.Shape) {
            return Optional.of("remove the \"- \" before the keys");
        }
        return Optional.empty();
    }

    /// What to write instead, when only the form is wrong.
    static Optional<String> replacement(Item item, Type type) {
        if (!(item instanceof Scalar scalar) || !SIMPLE.matcher(scalar.text()).matches()) {
            return Optional.empty();
        }
        String text = scalar.text();
        return switch (type) {
            case Plain.TEXT -> Optional.of("\"" + text + "\"");
            case Plain.TRUTH -> truth(text);
            case Plain.NUMBER, Plain.OWNER ->
                Numbers.parse(text).isPresent()
                        ? Optional.of(text)
                        : ByteSize.parse(text).map(size -> String.valueOf(size.bytes()));
            case ListOf list when list.element() == Plain.TEXT -> WordList.yaml(text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> scalar(Scalar scalar, Type type) {
        String text = Texts.shorten(scalar.text());
        return switch (type) {
            case Plain.TEXT -> Optional.of("write it in quotes: \"" + text + "\"");
            case Plain.TRUTH -> truth(scalar.text()).map(meant -> "write " + meant);
            case Plain.NUMBER, Plain.OWNER ->
                Numbers.parse(scalar.text()).isPresent()
                        ? Optional.of("write it without quotes: " + text)
                        : ByteSize.parse(scalar.text()).map(size -> "write the plain number: " + size.bytes());
            case ListOf list
            when list.element() == Plain.TEXT ->
                Optional.of("write "
                        + (SIMPLE.matcher(text).matches()
                                ? WordList.yaml(text).orElse("a list of words; for a shell [\"sh\", \"-c\", \"…\"]")
                                : "[\"" + text + "\"]"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "y", "1" -> Optional.of("true");
            case "false", "no", "off", "n", "0" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}
