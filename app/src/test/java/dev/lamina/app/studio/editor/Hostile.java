package dev.lamina.app.studio.editor;

import java.util.List;

/// Texts that are as large or as deep as an editor may ever meet.
final class Hostile {
    private Hostile() {}

    static List<String> texts() {
        return List.of(
                "",
                "services:\n" + "  - {name: a, image: b}\n".repeat(100_000),
                "a: \"" + "x".repeat(1 << 20),
                "[".repeat(1 << 20),
                "{a: ".repeat(300_000),
                "- ".repeat(500_000),
                stairs(3000),
                "\n".repeat(500_000),
                "a".repeat(1 << 20) + ": b",
                "'".repeat(1_000_001),
                "a: |\n" + "  b: c\n".repeat(300_000),
                "\0\uFEFF\uD800\uDC00\uD800\n\t\t- a:\n");
    }

    private static String stairs(int steps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }
}
