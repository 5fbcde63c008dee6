package dev.lamina.app.studio.relations;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Which of very many relations are drawn: those that say most. What hundreds have to do with one and the same thing
/// says little, and as curves it hides the rest.
final class Clearest {
    private Clearest() {}

    /// In their order; all of them when they are not too many.
    static List<Relation> of(List<Relation> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        Map<List<Object>, Integer> ends = new HashMap<>();
        all.forEach(relation -> ends.merge(end(relation), 1, Integer::sum));
        List<Relation> kept = all.stream()
                .sorted(Comparator.comparing(relation -> ends.getOrDefault(end(relation), 0)))
                .limit(most)
                .toList();
        return all.stream().filter(new HashSet<>(kept)::contains).toList();
    }

    private static List<Object> end(Relation relation) {
        return List.of(relation.kind(), relation.to());
    }
}
