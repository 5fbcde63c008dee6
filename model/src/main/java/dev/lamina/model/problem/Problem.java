package dev.lamina.model.problem;

import dev.lamina.model.value.SourceSpan;
import java.util.Optional;

/// One thing that is wrong at one place of a file.
///
/// @param span where, counted from 1
/// @param message what is wrong, naming the offending text
/// @param hint what was probably meant, or what to do
public record Problem(SourceSpan span, String message, Optional<String> hint) {

    /// `FILE:LINE:COLUMN: message`, the form that editors and scripts understand.
    public String headline() {
        return span + ": " + message;
    }
}
