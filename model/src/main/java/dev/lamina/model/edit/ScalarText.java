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
        return wanted != Part.Style.DOUBLE_QUOTED && isPlain(text, flow) ? text : Quoting.quoted(text);
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
        return text.codePoints().allMatch(Quoting::isPrintable);
    }
}
