package dev.lamina.model.check.kernel;

import dev.lamina.model.edit.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The options of a kernel's command line. What stands behind `--` is for the init and not looked at.
///
/// @param words as they are written; spaces between double quotes belong to a word
record Cmdline(List<String> words) {
    static final String PATH = "kernel.cmdline";

    Cmdline {
        words = List.copyOf(words);
    }

    static Cmdline parse(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (!Character.isWhitespace(c) || quoted) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return new Cmdline(words);
    }

    /// Those of the kernel.
    List<String> options() {
        int end = words.indexOf("--");
        return end < 0 ? words : words.subList(0, end);
    }

    /// Whether something is said of a parameter, whatever that is.
    boolean names(String parameter) {
        return options().stream().anyMatch(word -> name(word).equals(name(parameter)));
    }

    /// Without the options that match.
    Cmdline without(Predicate<String> unwanted) {
        int end = options().size();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i >= end || !unwanted.test(words.get(i))) {
                kept.add(words.get(i));
            }
        }
        return new Cmdline(kept);
    }

    /// With more options behind those of the kernel.
    Cmdline with(List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(options().size(), more);
        return new Cmdline(all);
    }

    Edit edit() {
        return new Edit.Set(PATH, String.join(" ", words));
    }

    /// The name of a parameter; to the kernel `-` and `_` are the same in it.
    static String name(String word) {
        int equals = word.indexOf('=');
        return (equals < 0 ? word : word.substring(0, equals)).replace('-', '_');
    }

    /// What stands behind the `=`.
    static Optional<String> value(String word) {
        int equals = word.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : Optional.of(word.substring(equals + 1).replace("\"", ""));
    }

    /// Equal but for `-` and `_` in the name.
    static boolean same(String word, String other) {
        return name(word).equals(name(other)) && value(word).equals(value(other));
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
