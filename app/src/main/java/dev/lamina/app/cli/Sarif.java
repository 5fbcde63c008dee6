package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.operation.RemoteText;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.validate.RuleText;
import dev.lamina.model.validate.Validation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A review as SARIF 2.1.0 (OASIS), which code hosts and editors show.
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    static Map<String, Object> of(Validation validation, String version) {
        List<Finding> all = Stream.concat(validation.findings().stream(), validation.waived().stream())
                .toList();
        List<Rule> rules = all.stream().map(Finding::rule).distinct().toList();
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Lamina");
        driver.put("semanticVersion", version);
        driver.put("rules", rules.stream().map(Sarif::rule).toList());
        List<Object> results = new ArrayList<>();
        validation.findings().forEach(finding -> results.add(result(finding, rules, false)));
        validation.waived().forEach(finding -> results.add(result(finding, rules, true)));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        // Columns are counted in characters, not in the units of UTF-16.
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", rule.code());
        object.put("shortDescription", Map.of("text", rule.title()));
        object.put("fullDescription", Map.of("text", rule.what()));
        object.put(
                "help", Json.object(entry("text", RuleText.plain(rule)), entry("markdown", RuleText.markdown(rule))));
        object.put("defaultConfiguration", Map.of("level", level(rule.severity())));
        object.put(
                "properties",
                Json.object(
                        entry("tags", List.of(rule.family())),
                        entry("severity", rule.severity().text())));
        return object;
    }

    private static Map<String, Object> result(Finding finding, List<Rule> rules, boolean waived) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ruleId", finding.code());
        object.put("ruleIndex", rules.indexOf(finding.rule()));
        object.put("level", level(finding.severity()));
        object.put("message", Map.of("text", message(finding)));
        object.put("locations", List.of(location(finding)));
        if (waived) {
            object.put("suppressions", List.of(Map.of("kind", "inSource")));
        }
        object.put("properties", Map.of("severity", finding.severity().text()));
        return object;
    }

    private static String message(Finding finding) {
        return finding.message() + finding.hint().map(hint -> ". Hint: " + hint).orElse("");
    }

    private static Map<String, Object> location(Finding finding) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", finding.span().line());
        region.put("startColumn", finding.span().column());
        region.put("endLine", finding.span().endLine());
        region.put("endColumn", finding.span().endColumn());
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", Map.of("uri", uri(finding.span().file())));
        physical.put("region", region);
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        if (!finding.subject().isEmpty()) {
            location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", finding.subject())));
        }
        return location;
    }

    /// A path becomes a reference, relative when it is; what is an address already stays.
    private static String uri(String file) {
        if (RemoteText.isAddress(file)) {
            return file;
        }
        String path = file.replace('\\', '/');
        boolean drive = path.matches("(?s)[A-Za-z]:/.*");
        try {
            // Three slashes, as there is no host; before a colon in a first name a dot, or it would be a scheme.
            return path.startsWith("/") || drive
                    ? new URI("file", "", drive ? "/" + path : path, null).toASCIIString()
                    : new URI(null, null, path.contains(":") ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR, CRITICAL, HIGH -> "error";
            case MEDIUM, WARNING -> "warning";
            case LOW, INFO -> "note";
        };
    }
}
