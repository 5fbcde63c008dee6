package dev.lamina.model.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;

/// Which texts some parser takes for something else when they are written without quotes: for a number, a
/// truth, nothing. What characters mean to the syntax is left out.
public final class Quoting {
    /// Words and numbers of YAML 1.1.
    private static final Pattern OLD = Pattern.compile(
            "y|n|yes|no|on|off|=|[-+]?[0-9][0-9_:]*(?:\\.[0-9_]*)?|[0-9]{4}-.*", Pattern.CASE_INSENSITIVE);

    private static final PlainScalars RESOLVER = new PlainScalars();

    private Quoting() {}

    public static boolean isNeeded(String text) {
        return OLD.matcher(text).matches() || !isText(text) || startsNumber(text) && !isText(text.replace("_", ""));
    }

    private static boolean startsNumber(String text) {
        return !text.isEmpty() && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isText(String text) {
        return RESOLVER.resolve(NodeId.scalar, text, true).equals(Tag.STR);
    }

    /// Whether YAML has a character in texts without escaping it.
    public static boolean isPrintable(int c) {
        boolean separator = c == 0x2028 || c == 0x2029;
        return c >= 0x20 && c < 0x7F
                || c > 0xA0 && c < 0xD800 && !separator
                || c >= 0xE000 && c < 0xFFFE && c != 0xFEFF
                || c >= 0x10000;
    }

    /// A text in double quotes, with all that needs it escaped.
    public static String quoted(String text) {
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
            default -> {
                if (isPrintable(c)) {
                    yield Character.toString(c);
                }
                yield c <= 0xFF ? "\\x%02X".formatted(c) : "\\u%04X".formatted(c);
            }
        };
    }
}
