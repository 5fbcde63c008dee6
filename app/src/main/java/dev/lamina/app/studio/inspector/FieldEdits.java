package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What it means for the document to set a field, or to reset it. Pure.
final class FieldEdits {
    private static final Texts TEXTS = Texts.of(FieldEdits.class);

    /// What a file is made of: exactly one of them.
    static final Set<String> CONTENTS = Set.of("contents", "source", "symlink", "directory", "metadata");

    private FieldEdits() {}

    /// @param component as it is written now
    static Change set(Document document, Place place, FieldSpec field, Object value, Object component) {
        if (field.inHeader() && value instanceof String name) {
            return Gestures.rename(document, place, name).change();
        }
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Set(path(place, field), value));
        if (isContent(place, field)) {
            CONTENTS.stream()
                    .sorted()
                    .filter(other -> !other.equals(field.path()))
                    .filter(other -> Written.at(component, other).isPresent())
                    .forEach(other -> edits.add(new Edit.Remove(place.path(other))));
        }
        return new Change(TEXTS.get("step.set", key(field), name(document, place)), edits);
    }

    /// Takes a value out, with the mappings around it that would be left empty.
    static Change reset(Document document, Place place, FieldSpec field, Object component) {
        String path = field.path();
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            String outer = path.substring(0, dot);
            boolean alone = Written.at(component, outer)
                    .filter(value -> value instanceof Map<?, ?> map && map.size() == 1)
                    .isPresent();
            if (!alone) {
                continue;
            }
            path = outer;
        }
        return Change.of(TEXTS.get("step.reset", key(field), name(document, place)), new Edit.Remove(place.path(path)));
    }

    /// Why a field cannot be reset; empty when it can.
    static Optional<String> whyNotReset(Place place, FieldSpec field) {
        if (field.required()) {
            return Optional.of(TEXTS.get("whyNot.required"));
        }
        return isContent(place, field) ? Optional.of(TEXTS.get("whyNot.content")) : Optional.empty();
    }

    private static boolean isContent(Place place, FieldSpec field) {
        return FormKind.of(place) == FormKind.FILE && CONTENTS.contains(field.path());
    }

    /// What the reader would say of the document after a change that it does not say now; empty when all is
    /// well.
    static Optional<String> refusal(Document document, Change change) {
        try {
            Set<String> known =
                    document.read().problems().stream().map(Problem::message).collect(Collectors.toSet());
            return document.apply(change).read().problems().stream()
                    .filter(problem -> !known.contains(problem.message()))
                    .findFirst()
                    .map(FieldEdits::words);
        } catch (InvalidCompositionException e) {
            return Optional.of(words(e.problems().getFirst()));
        }
    }

    private static String words(Problem problem) {
        return problem.hint()
                .map(hint -> TEXTS.get("problem", problem.message(), hint))
                .orElse(problem.message());
    }

    static String path(Place place, FieldSpec field) {
        return field.path().isEmpty() ? place.path() : place.path(field.path());
    }

    private static String key(FieldSpec field) {
        return field.path().isEmpty() ? TEXTS.get("key.image") : field.path();
    }

    private static String name(Document document, Place place) {
        return place.name(document.composition());
    }
}
