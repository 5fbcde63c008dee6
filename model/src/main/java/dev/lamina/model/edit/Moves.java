package dev.lamina.model.edit;

import dev.lamina.model.edit.Draft.Sequence;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes elements with their text out of lists, and puts them and other text into lists.
final class Moves {
    private final List<Moved> all = new ArrayList<>();

    private record Moved(Slot from, Slot to, List<Slot> list) {}

    /// @param path as whoever made the edit knows it
    Excerpt take(OpenDocument document, Walk.Found found, String path) {
        Slot slot = found.slot();
        Slot.Origin origin = slot.origin().orElseThrow();
        if (!slot.name().isEmpty() || origin.pair().isPresent()) {
            throw document.refusal(origin.start(), path + " is no element of a list");
        }
        if (!slot.isUntouched()) {
            throw document.refusal(origin.start(), path + " cannot be moved by the change that changes what is in it");
        }
        document.sharing().drop(origin.start(), origin.end(), path);
        document.touch(slot);
        slot.moveAway();
        return new Cutting(document.source().text()).element(found, origin);
    }

    void moved(Slot from, Walk.Found target, Excerpt excerpt) {
        if (target.slot().value().orElseThrow() instanceof Sequence list) {
            list.slots().stream()
                    .filter(slot -> slot.holds(excerpt))
                    .forEach(to -> all.add(new Moved(from, to, list.slots())));
        }
    }

    /// What came back to where it was stays there.
    void settle() {
        all.forEach(Moves::settle);
    }

    private static void settle(Moved moved) {
        int from = moved.list.indexOf(moved.from);
        int to = moved.list.indexOf(moved.to);
        if (from >= 0
                && moved.list.subList(Math.min(from, to) + 1, Math.max(from, to)).stream()
                        .allMatch(Slot::isRemoved)) {
            moved.list.remove(moved.to);
            moved.from.comeBack();
        }
    }

    /// Refuses to bring anchors and aliases where they would mean something else.
    ///
    /// @param from where the value is now; empty for a new one
    static void refuseRebinding(OpenDocument to, Optional<OpenDocument> from, Excerpt excerpt, String path) {
        Anchors inside = Anchors.of(excerpt.value());
        Set<String> names = new HashSet<>(inside.aliasesOut());
        names.addAll(inside.anchors());
        if (names.isEmpty()) {
            return;
        }
        boolean same = from.isPresent() && from.get() == to;
        Set<String> doubtful =
                same ? to.anchors().twice() : new HashSet<>(to.anchors().anchors());
        if (!same) {
            doubtful.addAll(inside.aliasesOut());
        }
        names.retainAll(doubtful);
        names.stream().sorted().findFirst().ifPresent(name -> {
            throw refusal(to, path, name);
        });
    }

    private static InvalidCompositionException refusal(OpenDocument document, String path, String name) {
        return document.refusal(
                0, "%s cannot be put there, as its anchor or alias %s would mean something else".formatted(path, name));
    }

    /// Cuts elements out of a text.
    private record Cutting(String text) {

        Excerpt element(Walk.Found found, Slot.Origin origin) {
            Part value = origin.value();
            boolean flow = origin.head() == origin.start();
            if (flow) {
                String written = "- " + text.substring(origin.start(), origin.end());
                return new Excerpt(written, Scan.column(text, origin.start()) - 2, text, value);
            }
            int line = Scan.lineStart(text, origin.start());
            boolean own = Scan.isFirstOnLine(text, origin.start());
            int least = Scan.lineEnd(text, least(found, origin));
            int first = own ? Scan.skipSpaces(text, Around.first(text, line, least)) : origin.start();
            String cut = text.substring(first, Around.linesEnd(text, origin));
            return new Excerpt(cut, Scan.column(text, origin.start()), text, value);
        }

        /// The end of the line above which comments are not those of the element.
        private int least(Walk.Found found, Slot.Origin origin) {
            return found.siblings().stream()
                    .flatMap(slot -> slot.origin().stream())
                    .mapToInt(Slot.Origin::end)
                    .filter(end -> end <= origin.start())
                    .max()
                    .orElse(found.holder().origin().map(Slot.Origin::head).orElse(0));
        }
    }
}
