package dev.lamina.model.check;

import dev.lamina.model.value.SourceSpan;
import java.util.Optional;

/// One thing that a rule found.
///
/// @param path of the value in the document, e.g. `services[0].capabilities`; empty when there is none
/// @param subject the same for people, with names in place of numbers: `services[web].capabilities`
/// @param span where it was written, or what is nearest to that
/// @param message what is wrong, naming the offending text
/// @param hint what to do
/// @param note why its severity is not that of the rule
public record Finding(
        Rule rule,
        Severity severity,
        String path,
        String subject,
        SourceSpan span,
        String message,
        Optional<String> hint,
        Optional<Fix> fix,
        Optional<String> note) {

    public String code() {
        return rule.code();
    }

    /// `FILE:LINE:COLUMN: severity CODE: message`, the form that editors and scripts understand.
    public String headline() {
        return span + ": " + severity.text() + " " + code() + ": " + message;
    }

    /// The same with a lower severity, and why.
    public Finding lowered(Severity other, String reason) {
        return new Finding(rule, other, path, subject, span, message, hint, fix, Optional.of(reason));
    }
}
