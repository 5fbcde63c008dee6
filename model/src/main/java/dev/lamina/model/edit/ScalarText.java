package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Quoting;
import dev.lamina.model.yaml.Scan;

/// Writes texts, truths and numbers on one line.
final class ScalarText {
    private ScalarText() {}

    /// @param flow whether it comes to stand between brackets, where commas and brackets mean something
    static String of(Object value, boolean flow) {
        return value instanceof String text ? of(text, Part.Style.PLAIN, flow) : value.toString();
    }

    /// In the wanted style if the text can be written in it, else as it can.
    static String of(String text, Part.Style wanted, boolean flow) {
        if (wanted == Part.Style.SINGLE_QUOTED && isPrintable(text)) {
            return "'" + text.replace("'", "''") + "'";
        }
        return wanted != Part.Style.DOUBLE_QUOTED && isPlain(text, flow) ? text : quoted(text);
    }

    /// Whether it is one word for every parser, and the same one.
    static boolean isPlain(String text, boolean flow) {
        return isPrintable(text)
                && !text.isBlank()
                && text.strip().equals(text)
                && !startsWithIndicator(text, flow)
                && !text.contains(": ")
                && !text.endsWith(":")
                && !text.contains(" #")
                && !text.startsWith("---")
                && !text.startsWith("...")
                && !(flow && hasFlowIndicator(text))
                && !Quoting.isNeeded(text);
    }

    private static boolean startsWithIndicator(String text, boolean flow) {
        char first = text.charAt(0);
        if ("-?:".indexOf(first) >= 0) {
            return flow && first != '-' || text.length() == 1 || Scan.isSpace(text.charAt(1));
        }
        return ",[]{}#&*!|>'\"%@`".indexOf(first) >= 0;
    }

    private static boolean hasFlowIndicator(String text) {
        return text.chars().anyMatch(c -> ",[]{}".indexOf(c) >= 0);
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().allMatch(ScalarText::isPrintable);
    }

    static boolean isPrintable(int c) {
        boolean separator = c == 0x2028 || c == 0x2029;
        return c >= 0x20 && c < 0x7F
                || c > 0xA0 && c < 0xD800 && !separator
                || c >= 0xE000 && c < 0xFFFE && c != 0xFEFF
                || c >= 0x10000;
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
            default -> {
                if (isPrintable(c)) {
                    yield Character.toString(c);
                }
                yield c <= 0xFF ? "\\x%02X".formatted(c) : "\\u%04X".formatted(c);
            }
        };
    }
}
