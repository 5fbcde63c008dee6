package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.model.yaml.ReadResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina validate`.
@Command(
        name = "validate",
        header = "Find what is wrong with compositions.",
        description = {
            "Checks against LinuxKit's schema and the built-in images, and prints every problem of every file.",
            "Several files are merged, as build does: names must differ in all of them."
        },
        footer = {"", "Examples:", "  lamina validate web.yml", "  lamina validate --format json base.yml web.yml"})
final class ValidateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files; - is standard input.")
    List<String> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format format = Format.TEXT;

    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Operations operations = operations();
        ReadResult read = operations.readComposition().read(files, session.in());
        List<Problem> problems = operations.checkComposition().check(read);
        if (format == Format.JSON || session.options().json) {
            session.out()
                    .println(Json.line(Map.of(
                            "findings",
                            problems.stream().map(ValidateCommand::json).toList())));
        } else {
            problems.forEach(this::print);
        }
        return problems.isEmpty() ? 0 : ProblemKind.INPUT.exitCode();
    }

    private Operations operations() {
        try (ProgressView progress = session.progress()) {
            return session.operations().opening(files, progress.reporter());
        }
    }

    private void print(Problem problem) {
        session.out().println(problem.headline());
        problem.hint().ifPresent(hint -> session.out().println("hint: " + hint));
    }

    /// The code and severity are those of the rule "unknown or misspelt field, wrong type": it cannot be built.
    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("severity", "error");
        finding.put("file", problem.span().file());
        finding.put("line", problem.span().line());
        finding.put("column", problem.span().column());
        finding.put("message", problem.message());
        finding.put("hint", problem.hint());
        return finding;
    }
}
