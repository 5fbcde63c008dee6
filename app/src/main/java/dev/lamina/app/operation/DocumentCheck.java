package dev.lamina.app.operation;

import dev.lamina.app.operation.ResolveContainers.Resolved;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.model.check.Finding;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Expectation.OfDocument;
import dev.lamina.model.expect.Expectation.Value;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.expect.Wanted;
import dev.lamina.model.oci.ResolvedValue;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Texts;
import java.util.List;
import java.util.Optional;

/// Looks whether a document is as expected, by what the rules found and what its containers will be.
public final class DocumentCheck {
    private final Reviewed reviewed;

    /// @param reviewed without problems of the reader
    public DocumentCheck(Reviewed reviewed) {
        this.reviewed = reviewed;
    }

    public List<Outcome> check(List<OfDocument> expectations) {
        return expectations.stream().map(this::check).toList();
    }

    public Outcome check(OfDocument expectation) {
        return switch (expectation) {
            case Expectation.Finding finding ->
                found(finding.rule(), finding.component())
                        .map(there -> Outcome.holds(finding))
                        .orElseGet(() -> Outcome.fails(finding, "it finds nothing"));
            case Expectation.Gone gone ->
                found(gone.rule(), gone.component())
                        .map(there -> Outcome.fails(
                                gone, "line " + there.span().line() + ": " + Texts.shorten(there.message())))
                        .orElseGet(() -> Outcome.holds(gone));
            case Value value -> value(value);
        };
    }

    private Optional<Finding> found(String rule, Optional<String> component) {
        return reviewed.validation().findings().stream()
                .filter(finding -> finding.code().equals(rule))
                .filter(finding -> component.isEmpty() || finding.subject().contains("[" + component.get() + "]"))
                .findFirst();
    }

    private Outcome value(Value expected) {
        Resolved container;
        try {
            container = ResolveContainers.of(reviewed, Optional.of(expected.component()))
                    .getFirst();
        } catch (InputException e) {
            return Outcome.fails(expected, String.valueOf(e.getMessage()));
        }
        Optional<Object> value = container.values().stream()
                .filter(each -> each.member().equals(expected.member()))
                .map(ResolvedValue::value)
                .findFirst();
        boolean holds = holds(expected.wanted(), value);
        // What the image says is unknown until it is there, and it may say otherwise.
        if (!container.container().imageKnown() && (value.isEmpty() || !holds)) {
            return Outcome.fails(expected, "its image is not in the store yet; build the system once");
        }
        return holds
                ? Outcome.holds(expected)
                : Outcome.fails(
                        expected,
                        value.map(is -> "it is " + Texts.shorten(is.toString())).orElse("it is not set"));
    }

    private static boolean holds(Wanted wanted, Optional<Object> value) {
        return switch (wanted) {
            case Wanted.Given() -> value.isPresent();
            case Wanted.Missing() -> value.isEmpty();
            // The runtime spec leaves out what is false.
            case Wanted.Is(String text) ->
                value.map(Object::toString).orElse("false").equals(text);
            case Wanted.Has(String element) -> has(value, element);
            case Wanted.Lacks(String element) -> !has(value, element);
        };
    }

    private static boolean has(Optional<Object> value, String element) {
        return value.filter(is -> is instanceof List<?> list
                        ? list.stream().anyMatch(each -> String.valueOf(each).equals(element))
                        : is.toString().contains(element))
                .isPresent();
    }
}
