package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Severity;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.exposure.ExposureText;
import dev.lamina.model.exposure.SystemScore;
import dev.lamina.model.validate.RuleText;
import dev.lamina.model.validate.Validation;
import dev.lamina.model.validate.Validation.Skipped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// Findings for people and programs.
final class FindingText {
    /// So many images are named.
    private static final int FEW = 3;

    private FindingText() {}

    /// `FILE:LINE:COLUMN: severity CODE: message`, and what to do.
    static String lines(Finding finding, Ansi ansi) {
        StringBuilder text = new StringBuilder(finding.span() + ": ");
        text.append(ansi.string("@|%s %s|@"
                .formatted(style(finding.severity()), finding.severity().text())));
        text.append(' ').append(finding.code()).append(": ").append(Printable.lines(finding.message()));
        finding.note().ifPresent(note -> text.append("\nnote: ").append(Printable.lines(note)));
        finding.hint().ifPresent(hint -> text.append("\nhint: ").append(Printable.lines(hint)));
        finding.fix().ifPresent(fix -> text.append("\nfix: ").append(Printable.lines(fix.label())));
        return text.append('\n').toString();
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case ERROR, CRITICAL -> "bold,red";
            case HIGH -> "red";
            case MEDIUM, WARNING -> "yellow";
            case LOW, INFO -> "faint";
        };
    }

    /// @param more members at the end
    static Map<String, Object> json(Reviewed reviewed, Map<String, ?> more) {
        Validation validation = reviewed.validation();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(
                "findings",
                validation.findings().stream().map(FindingText::json).toList());
        object.put("waived", validation.waived().stream().map(FindingText::json).toList());
        object.put(
                "skipped", validation.skipped().stream().map(FindingText::json).toList());
        object.put("exposure", json(Exposure.of(reviewed.system())));
        object.putAll(more);
        return object;
    }

    private static Map<String, Object> json(SystemScore system) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("score", system.value());
        object.put("dominating", system.dominating().map(component -> component.words()));
        object.put(
                "components",
                system.components().stream()
                        .map(component -> Json.object(
                                entry("path", component.path()),
                                entry("name", component.name()),
                                entry("score", component.score().value())))
                        .toList());
        return object;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", finding.code());
        object.put("severity", finding.severity().text());
        object.put("file", finding.span().file());
        object.put("line", finding.span().line());
        object.put("column", finding.span().column());
        object.put("endLine", finding.span().endLine());
        object.put("endColumn", finding.span().endColumn());
        object.put("subject", finding.subject());
        object.put("message", finding.message());
        object.put("reason", finding.rule().why());
        object.put("note", finding.note());
        object.put("hint", finding.hint());
        object.put("fix", finding.fix().map(fix -> fix.label()));
        return object;
    }

    private static Map<String, Object> json(Skipped skipped) {
        return Json.object(
                entry("needs", RuleText.words(skipped.need())),
                entry("codes", skipped.codes()),
                entry("images", skipped.images()));
    }

    /// What a person should know beside the findings; empty when there is nothing to say.
    static List<String> summary(Reviewed reviewed) {
        Validation validation = reviewed.validation();
        List<String> lines = new ArrayList<>();
        lines.addAll(skipped(validation.skipped()));
        if (!reviewed.system().containers().isEmpty()) {
            lines.add(ExposureText.headline(Exposure.of(reviewed.system())));
        }
        if (!validation.waived().isEmpty()) {
            lines.add(Counts.text(validation.waived().size(), "finding") + " allowed by waivers");
        }
        List<Finding> findings = validation.findings();
        if (findings.isEmpty()) {
            lines.add("nothing found");
            return lines;
        }
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (number > 0) {
                counts.add(plural(number, severity));
            }
        }
        long mended =
                findings.stream().filter(finding -> finding.fix().isPresent()).count();
        lines.add(String.join(", ", counts)
                + (mended > 0 ? "; --fix mends " + mended : "")
                + "; 'lamina explain " + findings.getFirst().code() + "' tells why");
        return lines;
    }

    private static String plural(long number, Severity severity) {
        boolean noun = severity == Severity.ERROR || severity == Severity.WARNING;
        return noun ? Counts.text(number, severity.text()) : number + " " + severity.text();
    }

    /// One line for each set of images that is not known, and one for the kernel.
    private static List<String> skipped(List<Skipped> skipped) {
        Map<List<String>, Set<String>> codes = new LinkedHashMap<>();
        skipped.forEach(one ->
                codes.computeIfAbsent(one.images(), images -> new TreeSet<>()).addAll(one.codes()));
        List<String> lines = new ArrayList<>();
        codes.forEach((images, rules) -> lines.add("%s did not look at %s: not in the store%s"
                .formatted(
                        String.join(", ", rules),
                        images.isEmpty() ? "the kernel" : few(images),
                        label(images, skipped))));
        return lines;
    }

    /// What an image asks for by itself is looked at by all rules, so they may have missed something.
    private static String label(List<String> images, List<Skipped> skipped) {
        boolean unknown = skipped.stream()
                .anyMatch(one -> one.need() == Need.IMAGE_CONFIG && one.images().equals(images));
        return unknown
                ? ", so what " + (images.size() == 1 ? "its label asks" : "their labels ask") + " for is not known"
                : "";
    }

    private static String few(List<String> images) {
        String first = images.stream().limit(FEW).collect(Collectors.joining(", "));
        return images.size() <= FEW ? first : first + " and " + (images.size() - FEW) + " more";
    }
}
