package dev.lamina.app.lesson;

import java.util.ArrayList;
import java.util.List;

/// How a step can be done.
///
/// @param replacements made in the text of the system, one after the other
/// @param typed lines that are typed at the console
public record Solution(List<Replacement> replacements, List<String> typed) {
    public Solution {
        replacements = List.copyOf(replacements);
        typed = List.copyOf(typed);
    }

    /// @param find whole lines of the text, which it has once; empty for its end
    public record Replacement(String find, String put) {
        boolean fits(String text) {
            int first = text.indexOf(find);
            return find.isEmpty() || first >= 0 && text.indexOf(find, first + 1) < 0;
        }

        private String apply(String text) {
            if (!fits(text)) {
                throw new IllegalArgumentException("not once in the text: " + find);
            }
            return find.isEmpty() ? text + put : text.replace(find, put);
        }
    }

    /// @param text as the steps before left it
    public String apply(String text) {
        String now = text;
        for (Replacement replacement : replacements) {
            now = replacement.apply(now);
        }
        return now;
    }

    /// What there is to do, in words and pieces of the text.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Replacement replacement : replacements) {
            boolean added = replacement.find().isEmpty() || replacement.put().startsWith(replacement.find());
            parts.add(
                    added
                            ? new Part(replacement.find().isEmpty() ? "Add at the end" : "Write", replacement.put())
                            : new Part("In place of", replacement.find()));
            if (!added) {
                parts.add(new Part(replacement.put().isEmpty() ? "write nothing" : "write", replacement.put()));
            }
        }
        if (!typed.isEmpty()) {
            parts.add(new Part("Type at the console", String.join("\n", typed) + "\n"));
        }
        return parts;
    }

    /// @param code as it is written
    public record Part(String words, String code) {}
}
