package dev.lamina.model.yaml;

import java.util.Locale;
import java.util.OptionalLong;

/// The whole numbers of YAML: decimal, `0x` hexadecimal, `0o` or `0` octal, `0b` binary, with `_` between digits.
final class Numbers {
    private Numbers() {}

    /// Empty for what is no such number, or does not fit into 64 bits.
    static OptionalLong parse(String text) {
        String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = plain.startsWith("-");
        String digits = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        if (digits.startsWith("-") || digits.startsWith("+")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(magnitude(digits, negative ? "-" : ""));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static long magnitude(String digits, String sign) {
        if (digits.startsWith("0x")) {
            return Long.parseLong(sign + digits.substring(2), 16);
        }
        if (digits.startsWith("0b")) {
            return Long.parseLong(sign + digits.substring(2), 2);
        }
        if (digits.startsWith("0o")) {
            return Long.parseLong(sign + digits.substring(2), 8);
        }
        boolean octal =
                digits.length() > 1 && digits.startsWith("0") && digits.chars().allMatch(c -> c >= '0' && c <= '7');
        return Long.parseLong(sign + digits, octal ? 8 : 10);
    }
}
