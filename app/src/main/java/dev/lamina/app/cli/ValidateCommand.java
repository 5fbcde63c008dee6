package dev.lamina.app.cli;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Severity;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.model.validate.Validation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina validate`.
@Command(
        name = "validate",
        header = "Find what is wrong with compositions, before they are built.",
        description = {
            "Reviews privileges, mounts, files, the network, the kernel and the order of the boot by all rules, and",
            "prints every finding with its place and what to do. Several files are merged, as build does.",
            "What is in the store is looked at; nothing is fetched. 'lamina explain CODE' tells about a rule."
        },
        footer = {
            "",
            "A comment allows a finding of the component that it stands in or above:",
            "  # lamina: allow PRV01 until 2027-01-31 because it mounts disks",
            "",
            "Examples:",
            "  lamina validate web.yml",
            "  lamina validate --profile restricted --fail-on high base.yml web.yml",
            "  lamina validate --fix web.yml",
            "  lamina validate --format sarif web.yml > web.sarif"
        })
final class ValidateCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files; - is standard input.")
    List<String> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format format = Format.TEXT;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            converter = Words.OfProfile.class,
            completionCandidates = Words.Profiles.class,
            defaultValue = "baseline",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}): errors, critical and high findings and"
                    + " warnings; all; or as baseline, with known parts of systems as information.")
    Profile profile = Profile.BASELINE;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = Words.OfSeverity.class,
            completionCandidates = Words.Severities.class,
            defaultValue = "error",
            description = "Exit with 1 on findings as serious as this, or more: ${COMPLETION-CANDIDATES} (default:"
                    + " ${DEFAULT-VALUE}).")
    Severity failOn = Severity.ERROR;

    @Mixin
    final ReviewOptions review = new ReviewOptions();

    enum Format {
        TEXT,
        JSON,
        SARIF;

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
        Reviewed reviewed = review.review(files, profile, session);
        Validation validation = reviewed.validation();
        switch (session.options().json ? Format.JSON : format) {
            case JSON -> session.out().println(Json.line(FindingText.json(validation)));
            case SARIF -> session.out().println(Json.line(Sarif.of(validation, version())));
            case TEXT -> print(validation);
        }
        return validation.hasAtLeast(failOn) ? ProblemKind.INPUT.exitCode() : 0;
    }

    private void print(Validation validation) {
        Ansi ansi = session.colours();
        for (Finding finding : validation.findings()) {
            session.out().print(FindingText.lines(finding, ansi));
        }
        FindingText.summary(validation).forEach(session::tell);
    }

    private String version() {
        String[] version = Objects.requireNonNull(spec).root().version();
        return version.length == 0 ? "" : version[0].replaceFirst("^\\D+", "");
    }
}
