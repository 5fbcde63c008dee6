package dev.lamina.assembler.oci;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An image that may well exist could not be had: there is no network, or its registry fails or refuses.
public final class ImageUnavailableException extends EnvironmentException {
    private final Optional<Problem> problem;

    public ImageUnavailableException(String message, String hint, Throwable cause) {
        this(message, hint, cause, Optional.empty());
    }

    private ImageUnavailableException(
            String message, @Nullable String hint, Throwable cause, Optional<Problem> problem) {
        super(message, hint, cause);
        this.problem = problem;
    }

    /// The same, at the place of the document that names the image.
    ///
    /// @param message without the place
    public ImageUnavailableException at(SourceSpan place, String message) {
        Problem named = new Problem(place, message, hint());
        return new ImageUnavailableException(named.headline(), hint().orElse(null), this, Optional.of(named));
    }

    /// The place, when the image was wanted for a document.
    public Optional<Problem> problem() {
        return problem;
    }
}
