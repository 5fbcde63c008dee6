package dev.lamina.model.problem;

import dev.lamina.model.value.SourceSpan;
import java.util.Optional;

/// One thing that is wrong at one place of a file.
///
/// @param span where, counted from 1
/// @param message what is wrong, naming the offending text
/// @param hint what was probably meant, or what to do
/// @param code of the rule that is broken, see `lamina explain`
/// @param replacement what to write in the place of the span, as YAML, when that is known for sure; an empty text means
/// to take the value out
public record Problem(
        SourceSpan span, String message, Optional<String> hint, String code, Optional<String> replacement) {
    /// A value is not what its key takes.
    public static final String VALUE = "SCH02";

    public Problem(SourceSpan span, String message, Optional<String> hint) {
        this(span, message, hint, VALUE, Optional.empty());
    }

    /// `FILE:LINE:COLUMN: message`, the form that editors and scripts understand.
    public String headline() {
        return span + ": " + message;
    }
}
