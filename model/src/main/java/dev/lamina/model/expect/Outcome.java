package dev.lamina.model.expect;

/// What came of looking whether something is so.
///
/// @param found what is so instead, in words that are safe to show; may be empty
public record Outcome(Expectation expectation, boolean holds, String found) {

    public static Outcome holds(Expectation expectation) {
        return new Outcome(expectation, true, "");
    }

    public static Outcome fails(Expectation expectation, String found) {
        return new Outcome(expectation, false, found);
    }
}
