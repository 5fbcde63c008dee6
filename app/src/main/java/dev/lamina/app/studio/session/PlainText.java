package dev.lamina.app.studio.session;

import dev.lamina.model.yaml.Quoting;
import java.util.regex.Pattern;

/// Texts as YAML on one line: as they are where every parser takes them for a text, else in quotes.
final class PlainText {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z/][A-Za-z0-9_./@+-]*(:[A-Za-z0-9_./@+-]+)*");

    private PlainText() {}

    static String of(String text) {
        return SAFE.matcher(text).matches() && !Quoting.isNeeded(text) ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        text.codePoints().forEach(c -> result.append(escaped(c)));
        return result.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPrintable(c) ? Character.toString(c) : "\\U%08X".formatted(c);
        };
    }

    private static boolean isPrintable(int c) {
        return c >= 0x20 && c < 0x7F || c > 0xA0 && c < 0x2000 || c > 0x2100 && c < 0xD800;
    }
}
