package dev.lamina.model.edit;

import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.SourceText;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Refuses changes of what the document uses at several places by anchors, aliases and merge keys.
final class Sharing {
    private final SourceText document;
    private final Map<Part, List<Integer>> uses;

    Sharing(SourceText document, Map<Part, List<Integer>> uses) {
        this.document = document;
        this.uses = uses;
    }

    /// Call for each value on the way to what is changed, and for that itself.
    void enter(Part part, String path) {
        if (part instanceof Part.Alias alias) {
            int line = line(alias.target().extent().start());
            throw refusal(
                    part.extent(),
                    "%s is written by the alias *%s, which is used %s"
                            .formatted(path, alias.name(), times(uses.getOrDefault(alias.target(), List.of()))),
                    "write the value out here, or change it in line %d for all".formatted(line));
        }
        List<Integer> aliases = uses.get(part);
        if (aliases != null) {
            throw refusal(
                    part.extent(),
                    "%s has the anchor &%s, whose alias is used %s"
                            .formatted(path, part.extent().anchor(), times(aliases)),
                    "write the value out in line %d first".formatted(line(aliases.getFirst())));
        }
    }

    /// Call for a key that a mapping does not have itself.
    void refuseInherited(Part.Mapping mapping, String key, String path) {
        for (Part.Pair pair : mapping.pairs()) {
            if (pair.merges() && inherits(pair.value(), key, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                throw refusal(
                        pair.key().extent(),
                        "%s comes in by the merge key \"<<\"".formatted(path),
                        "write %s out here first".formatted(key));
            }
        }
    }

    /// @param seen what was looked into: merge keys of merge keys name the same mappings again and again
    private static boolean inherits(Part from, String key, Set<Part> seen) {
        return switch (from) {
            case Part.Alias alias -> inherits(alias.target(), key, seen);
            case Part.Sequence sequence ->
                sequence.elements().stream().anyMatch(element -> inherits(element.value(), key, seen));
            case Part.Mapping mapping ->
                seen.add(mapping)
                        && mapping.pairs().stream()
                                .anyMatch(pair ->
                                        pair.name().equals(key) || pair.merges() && inherits(pair.value(), key, seen));
            case Part.Scalar scalar -> false;
        };
    }

    /// Call for a piece of the text that goes away: no alias elsewhere may need it.
    void drop(int start, int end, String path) {
        uses.keySet().stream()
                .filter(part -> part.extent().start() >= start && part.extent().start() < end)
                .sorted(Comparator.comparingInt(part -> part.extent().start()))
                .forEach(part -> refuseUses(part, start, end, path));
    }

    private void refuseUses(Part part, int start, int end, String path) {
        List<Integer> aliases = uses.getOrDefault(part, List.of());
        for (int alias : aliases) {
            if (alias < start || alias >= end) {
                throw refusal(
                        part.extent(),
                        "%s holds the anchor &%s, whose alias is used %s"
                                .formatted(path, part.extent().anchor(), times(aliases)),
                        "write the value out in line %d first".formatted(line(alias)));
            }
        }
    }

    private static String times(List<Integer> aliases) {
        return aliases.size() == 1 ? "once" : aliases.size() + " times";
    }

    private int line(int offset) {
        return DocumentTree.span(document, offset, offset).line();
    }

    InvalidCompositionException refusal(Part.Extent at, String message, String hint) {
        return new InvalidCompositionException(
                List.of(new Problem(DocumentTree.span(document, at.start(), at.end()), message, Optional.of(hint))));
    }
}
