package dev.lamina.app.doctor;

import java.util.List;
import java.util.Optional;

/// What was found in one place.
///
/// @param text one line
/// @param details further lines
public record Finding(Outcome outcome, String text, List<String> details, Optional<Cure> cure) {
    public Finding {
        details = List.copyOf(details);
    }

    static Finding ok(String text) {
        return new Finding(Outcome.OK, text, List.of(), Optional.empty());
    }

    static Finding limited(String text, Cure cure) {
        return new Finding(Outcome.LIMITED, text, List.of(), Optional.of(cure));
    }

    static Finding limited(String text) {
        return new Finding(Outcome.LIMITED, text, List.of(), Optional.empty());
    }

    static Finding missing(String text, Cure cure) {
        return new Finding(Outcome.MISSING, text, List.of(), Optional.of(cure));
    }

    static Finding unknown(String text) {
        return new Finding(Outcome.UNKNOWN, text, List.of(), Optional.empty());
    }

    static Finding unknown(String text, Cure cure) {
        return new Finding(Outcome.UNKNOWN, text, List.of(), Optional.of(cure));
    }

    Finding with(List<String> more) {
        return new Finding(outcome, text, more, cure);
    }
}
