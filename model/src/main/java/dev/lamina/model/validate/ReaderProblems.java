package dev.lamina.model.validate;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Fix;
import dev.lamina.model.check.Rule;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.SourceMap;
import java.util.List;
import java.util.Optional;

/// Makes findings of what the reader says.
record ReaderProblems(SourceMap sources) {

    List<Finding> of(List<Problem> problems) {
        return problems.stream().map(this::finding).toList();
    }

    private Finding finding(Problem problem) {
        Rule rule = Rules.find(problem.code())
                .orElseThrow(() -> new IllegalStateException("no rule has the code " + problem.code()));
        return new Finding(
                rule,
                rule.severity(),
                "",
                "",
                problem.span(),
                problem.message(),
                problem.hint(),
                problem.replacement().map(text -> Fix.of("Write " + text, new Edit.Replace(problem.span(), text))),
                Optional.empty());
    }
}
