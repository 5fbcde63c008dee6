package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import java.util.ArrayList;
import java.util.List;

/// Permission bits in words.
final class ModeWords {
    private static final Texts TEXTS = Texts.of(ModeWords.class);
    private static final String OCTAL = "0?[0-7]{3}|[1-7][0-7]{3}";

    private ModeWords() {}

    /// @param octal e.g. `0644`
    /// @return e.g. `rw-r--r--: owner reads and writes; …`; empty for what is no mode
    static String of(String octal) {
        if (!octal.matches(OCTAL)) {
            return "";
        }
        int mode = Integer.parseInt(octal, 8);
        StringBuilder letters = new StringBuilder();
        List<String> words = new ArrayList<>();
        for (int shift : new int[] {6, 3, 0}) {
            int bits = mode >> shift & 7;
            letters.append((bits & 4) != 0 ? 'r' : '-')
                    .append((bits & 2) != 0 ? 'w' : '-')
                    .append((bits & 1) != 0 ? 'x' : '-');
            words.add(TEXTS.get("mode.who." + shift, TEXTS.get("mode.bits." + bits)));
        }
        return letters + ": " + String.join("; ", words);
    }
}
