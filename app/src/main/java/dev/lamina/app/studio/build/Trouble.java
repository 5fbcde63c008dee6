package dev.lamina.app.studio.build;

import dev.lamina.assembler.oci.ImageUnavailableException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/// Why something could not be built.
///
/// @param more how many other problems there are
/// @param span the place in the document, when it has one
record Trouble(String message, Optional<String> hint, Optional<SourceSpan> span, int more) {

    static Trouble of(Exception e) {
        return switch (e) {
            case InvalidCompositionException invalid ->
                at(invalid.problems().getFirst(), invalid.problems().size() - 1);
            case ImageUnavailableException absent
            when absent.problem().isPresent() -> at(absent.problem().get(), 0);
            case LaminaException known ->
                new Trouble(Objects.requireNonNullElse(known.getMessage(), ""), known.hint(), Optional.empty(), 0);
            case UncheckedIOException io -> plain(Objects.requireNonNull(io.getCause()));
            default -> plain(e);
        };
    }

    private static Trouble at(Problem problem, int more) {
        return new Trouble(problem.message(), problem.hint(), Optional.of(problem.span()), more);
    }

    /// The message, and what to do about it.
    String words() {
        return hint.filter(text -> !text.isEmpty())
                .map(text -> sentence(message) + " " + sentence(text))
                .orElse(message);
    }

    private static String sentence(String text) {
        String ended = text.matches("(?s).*[.!?…]") ? text : text + ".";
        return Character.toUpperCase(ended.charAt(0)) + ended.substring(1);
    }

    private static Trouble plain(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Trouble(message, Optional.empty(), Optional.empty(), 0);
    }
}
