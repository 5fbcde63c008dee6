package dev.lamina.app.studio.run;

import java.util.List;

/// What somebody who runs a system needs to know now: a bar above the document with a sentence, what to
/// do, and buttons that do it.
///
/// @param hint what to do, in words; may be empty
/// @param details line by line, shown on demand
/// @param remedies the first one is what most people want
record Notice(Kind kind, String text, String hint, List<String> details, List<Remedy> remedies) {
    Notice {
        details = List.copyOf(details);
        remedies = List.copyOf(remedies);
    }

    enum Kind {
        INFO,
        WARNING,
        FAILURE
    }

    /// @param task done when the button is pressed; the bar is gone then
    record Remedy(String label, Runnable task) {}

    static Notice of(Kind kind, String text, String hint, Remedy... remedies) {
        return new Notice(kind, text, hint, List.of(), List.of(remedies));
    }

    Notice withDetails(List<String> lines) {
        return new Notice(kind, text, hint, lines, remedies);
    }
}
