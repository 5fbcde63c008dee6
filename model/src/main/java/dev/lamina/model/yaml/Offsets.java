package dev.lamina.model.yaml;

import org.yaml.snakeyaml.error.Mark;

/// Turns the parser's marks, which count code points behind a byte order mark, into offsets of a text.
final class Offsets {
    private final int first;
    private final int[] offsets;

    Offsets(String text) {
        this.first = text.startsWith("\uFEFF") ? 1 : 0;
        this.offsets = hasPairs(text) ? offsets(text, first) : new int[0];
    }

    private static boolean hasPairs(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int[] offsets(String text, int first) {
        int[] offsets = new int[text.length() + 1];
        int count = 0;
        for (int at = first; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            offsets[count++] = at;
        }
        offsets[count] = text.length();
        return offsets;
    }

    int of(Mark mark) {
        return offsets.length == 0 ? first + mark.getIndex() : offsets[mark.getIndex()];
    }
}
