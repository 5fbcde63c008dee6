package dev.lamina.app.cli;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.profile.SideFacts;
import dev.lamina.app.profile.SideFile;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.validate.Rules;
import dev.lamina.model.validate.Validation;
import dev.lamina.model.yaml.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The side file of compositions that are reviewed, if they have one.
record Beside(Optional<SideFile> file) {

    /// @param files of the composition, as the user gave them
    /// @throws dev.lamina.model.problem.InputException it cannot be read
    static Beside of(List<String> files, Path directory) {
        return new Beside(SideFile.beside(files, directory)
                .map(side -> SideFile.of(files, side))
                .filter(side -> !side.blank()));
    }

    /// How the system is to be run.
    RunFacts facts() {
        return file.map(SideFacts::of).orElse(RunFacts.UNKNOWN);
    }

    /// The file, if there is one, as documents that can be mended.
    List<SourceText> texts() {
        return file.map(SideFile::source).stream().toList();
    }

    /// @param texts as [#texts()] gave them
    static Beside of(List<SourceText> texts) {
        return new Beside(texts.stream().findFirst().map(SideFile::read));
    }

    /// The review with what is wrong with the side file itself behind its own findings: `lamina run` and
    /// `lamina test` would refuse it.
    Reviewed with(Reviewed reviewed) {
        List<Problem> problems = file.map(SideFile::problems).orElse(List.of());
        if (problems.isEmpty()) {
            return reviewed;
        }
        Validation own = reviewed.validation();
        List<Finding> all = Stream.concat(
                        own.findings().stream(), problems.stream().map(Beside::finding))
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
