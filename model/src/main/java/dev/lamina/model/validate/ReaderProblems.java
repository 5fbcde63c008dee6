package dev.lamina.model.validate;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Fix;
import dev.lamina.model.check.Rule;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes findings of what the reader says. It knows places, not paths: these are looked up by the place.
final class ReaderProblems {
    private final Map<SourceSpan, String> exact = new HashMap<>();

    /// By file and the line that they begin in.
    private final Map<String, TreeMap<Integer, String>> components = new HashMap<>();

    private final UnaryOperator<String> subject;

    /// @param subject of a path
    ReaderProblems(SourceMap sources, UnaryOperator<String> subject) {
        this.subject = subject;
        sources.spans().forEach((path, span) -> {
            exact.merge(span, path, (one, other) -> one.length() >= other.length() ? one : other);
            if (ComponentPath.is(path)) {
                components.computeIfAbsent(span.file(), file -> new TreeMap<>()).put(span.line(), path);
            }
        });
    }

    List<Finding> of(List<Problem> problems) {
        return problems.stream().map(this::finding).toList();
    }

    private Finding finding(Problem problem) {
        Rule rule = Rules.find(problem.code())
                .orElseThrow(() -> new IllegalStateException("no rule has the code " + problem.code()));
        String path = path(problem.span());
        return new Finding(
                rule,
                rule.severity(),
                path,
                subject.apply(path),
                problem.span(),
                problem.message(),
                problem.hint(),
                problem.replacement().flatMap(text -> fix(problem.span(), text)),
                Optional.empty());
    }

    private Optional<Fix> fix(SourceSpan span, String text) {
        return text.isEmpty()
                ? Optional.ofNullable(exact.get(span)).map(path -> Fix.of("Take it out", new Edit.Remove(path)))
                : Optional.of(Fix.of("Write " + text, new Edit.Replace(span, text)));
    }

    /// That of the value at the place, otherwise of the component that holds the place; empty outside of components.
    private String path(SourceSpan span) {
        @Nullable String value = exact.get(span);
        if (value != null) {
            return value;
        }
        if (span.column() == 1) {
            return ""; // a key of the root
        }
        return Optional.ofNullable(components.get(span.file()))
                .map(lines -> lines.floorEntry(span.line()))
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
