package dev.lamina.vmlaunch.screen;

import java.util.Random;
import java.util.function.Supplier;

/// Makes up input for terminals: text with control functions that all terminals agree about, or anything at
/// all.
final class Sequences {
    private static final String[] TEXTS = {"a", "hello ", "0123456789", "–", "世界", "e\u0301", "☕", "the end of it all "
    };
    private static final char[] CURSOR = "ABCDEFGHd`".toCharArray();
    private static final char[] ANY = "ABCDEFGHIJKLMPSTXZ@`abcdefghlmnrsu".toCharArray();
    private static final String[] ESCAPES = {
        "7", "8", "D", "E", "M", "H", "(0", "(B", ")0", "#8", "=", ">", "c", "\\", "n"
    };

    private final Random random;

    private Sequences(Random random) {
        this.random = random;
    }

    /// Text, movements, erasing, inserting and scrolling within reasonable numbers.
    static String common(Random random, int count) {
        Sequences sequences = new Sequences(random);
        return repeat(count, () -> sequences.one());
    }

    /// Also what is broken, too long, or unknown.
    static String any(Random random, int count) {
        Sequences sequences = new Sequences(random);
        return repeat(count, () -> random.nextInt(3) == 0 ? sequences.odd() : sequences.one());
    }

    private static String repeat(int count, Supplier<String> next) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(next.get());
        }
        return text.toString();
    }

    private String one() {
        return switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> TEXTS[random.nextInt(TEXTS.length)];
            case 4 -> "\r\n";
            case 5 -> csi(CURSOR[random.nextInt(CURSOR.length)], 1 + random.nextInt(14));
            case 6 -> csi('H', 1 + random.nextInt(12), 1 + random.nextInt(40));
            case 7 -> csi("JK".charAt(random.nextInt(2)), random.nextInt(3));
            case 8 -> csi("@PX".charAt(random.nextInt(3)), 1 + random.nextInt(6));
            case 9 -> csi('m', random.nextInt(48));
            case 10 -> lines();
            case 11 -> random.nextBoolean() ? csi('r', 1 + random.nextInt(5), 6 + random.nextInt(7)) : "\033M";
            default -> csi("ST".charAt(random.nextInt(2)), 1 + random.nextInt(3));
        };
    }

    /// Line 6 is always within the margins, and terminals do not agree about the column afterwards.
    private String lines() {
        return csi('d', 6) + csi("LM".charAt(random.nextInt(2)), 1 + random.nextInt(6)) + "\r";
    }

    private String odd() {
        return switch (random.nextInt(10)) {
            case 0 -> csi(ANY[random.nextInt(ANY.length)], random.nextInt(), random.nextInt(100_000));
            case 1 ->
                "\033[?" + new int[] {1, 5, 6, 7, 25, 47, 1000, 1006, 1047, 1048, 1049, 2004}[random.nextInt(12)]
                        + (random.nextBoolean() ? "h" : "l");
            case 2 -> "\033" + ESCAPES[random.nextInt(ESCAPES.length)];
            case 3 -> "\033]0;title" + (random.nextBoolean() ? "\007" : "\033\\");
            case 4 -> "\033" + "P]_^X".charAt(random.nextInt(5)) + "x".repeat(random.nextInt(6000));
            case 5 -> "\033[38;2;" + random.nextInt(300) + ";5;200;48:5:" + random.nextInt(300) + "m";
            case 6 -> "\033[" + "1;".repeat(random.nextInt(60)) + "m";
            case 7 -> csi('b', random.nextInt(100_000));
            case 8 -> Character.toString(random.nextInt(0x20)) + (random.nextBoolean() ? "\033[4h" : "\033[4l");
            default -> "\t\b" + csi("IZg".charAt(random.nextInt(3)), random.nextInt(4));
        };
    }

    private static String csi(char letter, int... parameters) {
        StringBuilder text = new StringBuilder("\033[");
        for (int i = 0; i < parameters.length; i++) {
            text.append(i == 0 ? "" : ";").append(parameters[i]);
        }
        return text.append(letter).toString();
    }
}
