package dev.lamina.app.studio.files;

import java.util.List;
import java.util.Optional;

/// A question that a document has for the user: a bar above it with a sentence and a few buttons.
///
/// @param subject what it is about; another one of the same subject takes its place
/// @param details a longer text that is shown below on demand, such as a difference
/// @param choices the first one is what most people want
public record Offering(Subject subject, String text, Optional<String> details, List<Choice> choices) {
    public Offering {
        choices = List.copyOf(choices);
    }

    public enum Subject {
        /// The document is about to be closed, with changes that are not saved.
        CLOSING,
        /// The document is about to be closed while its machine runs.
        RUNNING,
        /// The file is not the one that was opened or saved.
        CHANGED_ON_DISK,
        /// The document was found in a draft after the program had ended without being asked to.
        RECOVERED
    }

    /// @param task done when the button is pressed; the question is gone then
    public record Choice(String label, Runnable task) {}

    static Offering of(Subject subject, String text, Choice... choices) {
        return new Offering(subject, text, Optional.empty(), List.of(choices));
    }

    Offering withDetails(String text) {
        return new Offering(subject, this.text, Optional.of(text).filter(words -> !words.isEmpty()), choices);
    }
}
