package dev.lamina.model.check;

import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.value.SourceSpan;
import java.util.Optional;

/// What a check says of one place, before the place is looked up in the text.
///
/// @param path where in the document; the nearest enclosing value that is there is pointed at
/// @param origin of the value that is found, when it has one
/// @param severity when it is not that of the rule
/// @param span in place of the one that the path has
public record Report(
        String path,
        Optional<Origin> origin,
        String message,
        Optional<String> hint,
        Optional<Fix> fix,
        Optional<Severity> severity,
        Optional<SourceSpan> span) {

    public static Report at(String path, String message) {
        return new Report(
                path,
                Optional.empty(),
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Of a value that the document or an image's label gave: what a built-in component asks for itself is no finding
    /// of
    /// the document's author.
    public static Report at(Origin origin, String message) {
        return new Report(
                origin.path(),
                Optional.of(origin),
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Report hint(String text) {
        return new Report(path, origin, message, Optional.of(text), fix, severity, span);
    }

    public Report fix(String label, Edit... edits) {
        return new Report(path, origin, message, hint, Optional.of(Fix.of(label, edits)), severity, span);
    }

    public Report severity(Severity other) {
        return new Report(path, origin, message, hint, fix, Optional.of(other), span);
    }

    public Report span(SourceSpan place) {
        return new Report(path, origin, message, hint, fix, severity, Optional.of(place));
    }
}
