package dev.lamina.model.validate;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceMap;
import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes the findings of a review: looks places up in the text, lowers what is known, takes out what is allowed or not
/// asked for, and sorts.
final class Review {
    private static final Pattern INDEX = Pattern.compile("^(onboot|onshutdown|services|volumes|files)\\[(\\d+)]");

    private final List<String> files;
    private final ReadResult read;
    private final SourceMap sources;
    private final Profile profile;
    private final Waivers waivers;
    private final SystemView system;
    private final Map<String, ContainerView> containers = new HashMap<>();

    Review(List<SourceText> documents, ReadResult read, Profile profile, Waivers waivers, SystemView system) {
        this.files = documents.stream().map(SourceText::name).toList();
        this.read = read;
        this.sources = read.sources();
        this.profile = profile;
        this.waivers = waivers;
        this.system = system;
        system.containers().forEach(container -> containers.put(container.path(), container));
    }

    Validation of(List<Found> found) {
        List<Finding> findings = new ArrayList<>();
        List<Finding> waived = new ArrayList<>();
        // Nobody can allow what the reader refuses, as it cannot be built.
        if (!read.problems().isEmpty()) {
            findings.addAll(new ReaderProblems(sources, this::subject).of(read.problems()));
        }
        Lowering lowering = new Lowering(profile, sources);
        for (Found one : found) {
            Report report = one.report();
            Finding finding = lowering.apply(finding(one), report, container(report.path()));
            if (waivers.allow(finding.code(), report.path())) {
                waived.add(finding);
            } else {
                findings.add(finding);
            }
        }
        findings.removeIf(finding -> !profile.shows(finding.severity()));
        waived.removeIf(finding -> !profile.shows(finding.severity()));
        findings.sort(order());
        waived.sort(order());
        return new Validation(findings, waived, Skipping.of(system, profile));
    }

    private Comparator<Finding> order() {
        return Comparator.<Finding>comparingInt(finding -> file(finding.span().file()))
                .thenComparingInt(finding -> finding.span().line())
                .thenComparingInt(finding -> finding.span().column())
                .thenComparing(Finding::severity)
                .thenComparing(Finding::code)
                .thenComparing(Finding::message);
    }

    /// What is said of a side file comes last.
    private int file(String name) {
        int index = files.indexOf(name);
        return index < 0 ? files.size() : index;
    }

    private Finding finding(Found found) {
        Report report = found.report();
        Rule rule = found.rule();
        SourceSpan span = report.span()
                .or(() -> sources.find(report.path()))
                .orElseGet(() -> SourceSpan.at(files.isEmpty() ? "composition" : files.getFirst(), 1, 1));
        return new Finding(
                rule,
                report.severity().orElse(rule.severity()),
                report.path(),
                subject(report.path()),
                span,
                report.message(),
                report.hint(),
                report.fix(),
                Optional.empty());
    }

    private Optional<ContainerView> container(String path) {
        Matcher matcher = INDEX.matcher(path);
        return matcher.find() ? Optional.ofNullable(containers.get(matcher.group())) : Optional.empty();
    }

    /// The path with the name of the component in place of its number.
    private String subject(String path) {
        Matcher matcher = INDEX.matcher(path);
        if (!matcher.find()) {
            return path;
        }
        int index = Integer.parseInt(matcher.group(2));
        String name = switch (matcher.group(1)) {
            case "volumes" ->
                index < system.composition().volumes().size()
                        ? system.composition().volumes().get(index).name()
                        : matcher.group(2);
            case "files" ->
                index < system.composition().files().size()
                        ? system.composition().files().get(index).path()
                        : matcher.group(2);
            default -> {
                @Nullable ContainerView container = containers.get(matcher.group());
                yield container == null ? matcher.group(2) : container.name();
            }
        };
        return matcher.group(1) + "[" + name + "]" + path.substring(matcher.end());
    }
}
