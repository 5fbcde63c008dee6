package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Token.Kind;
import dev.lamina.model.value.Capability;
import java.util.Set;

/// What single values look like.
final class Values {
    private static final Set<String> TRUTHS =
            Set.of("true", "false", "True", "False", "TRUE", "FALSE", "null", "Null", "NULL", "~");

    private static final String NUMBER_LETTERS = "0123456789abcdefABCDEFxXoO+-._";

    private Values() {}

    /// @param key whose value it is
    static Kind kind(String text, String key) {
        if (TRUTHS.contains(text)) {
            return Kind.TRUTH;
        }
        if (isNumber(text)) {
            return Kind.NUMBER;
        }
        String bare = Quotes.without(text);
        if (bare.startsWith("CAP_") && Capability.parse(bare).isPresent()) {
            return Kind.CAPABILITY;
        }
        boolean image = key.equals("image") || (key.equals("init") && isImage(bare));
        return image ? Kind.IMAGE : Kind.TEXT;
    }

    private static boolean isNumber(String text) {
        char first = text.charAt(0);
        boolean signed = (first == '-' || first == '+') && text.length() > 1;
        if (!Character.isDigit(signed ? text.charAt(1) : first)) {
            return false;
        }
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        return text.chars().allMatch(c -> NUMBER_LETTERS.indexOf(c) >= 0)
                && (hex || text.chars().noneMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E' && c != 'o'))
                && text.chars().filter(c -> c == '.').count() <= 1;
    }

    private static boolean isImage(String text) {
        return !text.isEmpty()
                && text.indexOf(' ') < 0
                && (Character.isLetterOrDigit(text.charAt(0)) || text.charAt(0) == '@');
    }
}
