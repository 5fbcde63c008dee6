package dev.lamina.app.cli;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.profile.SideFile;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Rule;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.validate.Rules;
import dev.lamina.model.validate.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong with the side file of a composition: `lamina run` and `lamina test` would refuse it.
final class SideFindings {
    private SideFindings() {}

    /// The review with the findings of the side file behind its own.
    ///
    /// @param files of the composition, as the user gave them
    static Reviewed with(Reviewed reviewed, List<String> files, Path directory) {
        List<Problem> problems = SideFile.beside(files, directory)
                .map(file -> SideFile.of(files, file).problems())
                .orElse(List.of());
        if (problems.isEmpty()) {
            return reviewed;
        }
        Validation own = reviewed.validation();
        List<Finding> all = Stream.concat(
                        own.findings().stream(), problems.stream().map(SideFindings::finding))
                .toList();
        return new Reviewed(
                reviewed.documents(),
                reviewed.read(),
                new Validation(all, own.waived(), own.skipped()),
                reviewed.system());
    }

    private static Finding finding(Problem problem) {
        Rule rule = Rules.find(problem.code()).orElseThrow();
        return new Finding(
                rule,
                rule.severity(),
                "",
                "",
                problem.span(),
                problem.message(),
                problem.hint(),
                Optional.empty(),
                Optional.empty());
    }
}
