package dev.lamina.model.yaml;

import java.util.OptionalInt;

/// Permission bits as octal digits.
final class Modes {
    static final String HINT = "write up to four digits 0 to 7 in quotes, such as \"0644\"";
    private static final int LARGEST = 07777;

    private Modes() {}

    static OptionalInt parse(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '7');
        if (!digits) {
            return OptionalInt.empty();
        }
        int mode = Integer.parseInt(text, 8);
        return mode <= LARGEST ? OptionalInt.of(mode) : OptionalInt.empty();
    }

    static String print(int mode) {
        return "%04o".formatted(mode);
    }
}
