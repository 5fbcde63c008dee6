package dev.lamina.model.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The changes of one text, collected in any order. Insertions at one place come in the order in which they
/// were asked for.
final class Splices {
    private final List<Splice> all = new ArrayList<>();

    private record Splice(int from, int to, String text) {}

    void insert(int at, String text) {
        replace(at, at, text);
    }

    void remove(int from, int to) {
        replace(from, to, "");
    }

    void replace(int from, int to, String text) {
        if (from < to || !text.isEmpty()) {
            all.add(new Splice(from, to, text));
        }
    }

    /// Replaces unless that overlaps with a change that is asked for already.
    boolean replaces(int from, int to, String text) {
        boolean free = all.stream().allMatch(splice -> splice.to <= from || splice.from >= to);
        if (free) {
            replace(from, to, text);
        }
        return free;
    }

    /// Empty when two changes overlap.
    Optional<String> applyTo(String text) {
        all.sort(Comparator.comparingInt(Splice::from).thenComparingInt(Splice::to));
        StringBuilder changed = new StringBuilder(text.length() + 64);
        int done = 0;
        for (Splice splice : all) {
            if (splice.from < done) {
                return Optional.empty();
            }
            changed.append(text, done, splice.from).append(splice.text);
            done = splice.to;
        }
        return Optional.of(changed.append(text, done, text.length()).toString());
    }
}
