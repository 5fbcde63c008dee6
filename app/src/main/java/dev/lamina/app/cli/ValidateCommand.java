package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.cli.ReviewOptions.AllMended;
import dev.lamina.app.operation.RemoteText;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Diff;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.model.validate.Mending;
import dev.lamina.model.validate.Validation;
import dev.lamina.model.yaml.SourceText;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            "Reviews privileges, mounts, files, the network, the kernel and the order of the boot by all rules,",
            "and prints every finding with its place and what to do. Several files are merged, as build does.",
            "NAME.lamina.yml beside it is read too, for the memory and the ports of the machine.",
            "What is in the store is looked at; nothing is fetched.",
            "'lamina explain CODE' tells about a rule."
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

    @Option(
            names = "--fix",
            description = "Mend what can be mended without a decision, and show what changed: all else stays byte for"
                    + " byte. Of standard input the mended text is printed.")
    boolean fix;

    @Option(names = "--dry-run", description = "With --fix: change nothing; print what would change.")
    boolean dryRun;

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
        Beside beside = ReviewOptions.beside(files, session);
        Reviewed reviewed = beside.with(review.review(files, beside, profile, session));
        if (fix) {
            refuseImpossible();
            return mend(reviewed, beside);
        }
        print(reviewed, session.out(), Map.of());
        return exitCode(reviewed.validation());
    }

    private int exitCode(Validation validation) {
        return validation.hasAtLeast(failOn) ? ProblemKind.INPUT.exitCode() : 0;
    }

    private void refuseImpossible() {
        if (files.contains("-") && files.size() > 1) {
            throw WrongUsage.of(spec, "standard input is mended alone");
        }
        if (format == Format.SARIF && !session.options().json) {
            throw WrongUsage.of(spec, "--fix has no SARIF");
        }
        for (String file : files) {
            if (RemoteText.isAddress(file) && !dryRun) {
                throw WrongUsage.of(spec, "'" + file + "' cannot be mended: it is on the web");
            }
        }
    }

    private int mend(Reviewed reviewed, Beside beside) {
        boolean standardInput = files.contains("-");
        AllMended all = review.mend(files, reviewed, beside, profile, !dryRun && !standardInput, session);
        Mending mending = all.documents().mending();
        Reviewed left = all.beside().with(all.documents().left());
        String diff = diff(reviewed.documents(), mending.documents())
                + diff(beside.texts(), all.beside().texts());
        if (format == Format.JSON || session.options().json) {
            print(left, session.out(), Json.object(entry("fixed", all.fixes()), entry("diff", diff)));
        } else if (standardInput && !dryRun) {
            session.out().print(mending.documents().getFirst().text());
            print(left, session.err(), Map.of());
        } else {
            session.out().print(diff);
            print(left, session.out(), Map.of());
        }
        mending.refused()
                .forEach(problem -> session.tell(Printable.lines(problem.headline()
                        + problem.hint().map(hint -> "\nhint: " + hint).orElse(""))));
        return exitCode(left.validation());
    }

    private static String diff(List<SourceText> before, List<SourceText> after) {
        StringBuilder diff = new StringBuilder();
        for (int i = 0; i < before.size(); i++) {
            diff.append(Diff.of(
                    before.get(i).name(), before.get(i).text(), after.get(i).text()));
        }
        return diff.toString();
    }

    private void print(Reviewed reviewed, PrintStream out, Map<String, ?> more) {
        switch (session.options().json ? Format.JSON : format) {
            case JSON -> out.println(Json.line(FindingText.json(reviewed, more)));
            case SARIF -> out.println(Json.line(Sarif.of(reviewed.validation(), version())));
            case TEXT -> print(reviewed, out);
        }
    }

    private void print(Reviewed reviewed, PrintStream out) {
        Ansi ansi = session.colours();
        for (Finding finding : reviewed.validation().findings()) {
            out.print(FindingText.lines(finding, ansi));
        }
        FindingText.summary(reviewed).forEach(line -> session.tell(Printable.text(line)));
    }

    private String version() {
        String[] version = Objects.requireNonNull(spec).root().version();
        return version.length == 0 ? "" : version[0].replaceFirst("^\\D+", "");
    }
}
