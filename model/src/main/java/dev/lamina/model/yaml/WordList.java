package dev.lamina.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words of a text that stands where a list of them belongs, split as a shell does it, but without its other signs.
final class WordList {
    /// What only a shell understands.
    private static final String SIGNS = "|&;<>()$`*?~#";

    private WordList() {}

    /// As YAML, e.g. `["nginx", "-g", "daemon off;"]`. Empty when a shell would do more than split the text.
    static Optional<String> yaml(String text) {
        return of(text).map(words ->
                words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", ", "[", "]")));
    }

    private static Optional<List<String>> of(String text) {
        // The value of a variable has its blanks.
        if (text.indexOf(' ') > text.indexOf('=') && text.contains("=")) {
            return Optional.of(List.of(text));
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
                begun = true;
            } else if (c == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else if (!quoted && SIGNS.indexOf(c) >= 0) {
                return Optional.empty();
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return quoted || words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
