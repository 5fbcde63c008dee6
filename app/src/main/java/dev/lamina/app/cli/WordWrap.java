package dev.lamina.app.cli;

import java.util.ArrayList;
import java.util.List;

/// Lines of words.
final class WordWrap {
    private WordWrap() {}

    /// Lines that are not wider than `width`, but for words that are themselves. An empty text has no lines.
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
