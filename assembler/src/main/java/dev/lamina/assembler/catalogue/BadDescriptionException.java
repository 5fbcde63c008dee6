package dev.lamina.assembler.catalogue;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.SourceSpan;
import org.jspecify.annotations.Nullable;

/// A description of the catalogue that says something wrong.
public final class BadDescriptionException extends InputException {
    private final SourceSpan place;

    BadDescriptionException(SourceSpan place, String problem, @Nullable String hint) {
        super(place + ": " + problem, hint);
        this.place = place;
    }

    public SourceSpan place() {
        return place;
    }
}
