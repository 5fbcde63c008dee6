package dev.lamina.model.validate;

import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The page of the documentation that lists the rules, `docs/rules/README.md`.
final class RulesIndex {
    private static final Map<String, String> FAMILIES = families();

    private RulesIndex() {}

    private static Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        families.put("SCH", "The document");
        families.put("PRV", "Privileges");
        families.put("MNT", "Mounts");
        families.put("DEV", "Devices");
        families.put("NET", "Network");
        families.put("KRN", "Kernel");
        families.put("IMG", "Images");
        families.put("FIL", "Files");
        families.put("ORD", "Order");
        families.put("RES", "Resources");
        families.put("WVR", "Waivers");
        return families;
    }

    static String of(List<Rule> rules) {
        StringBuilder page = new StringBuilder("""
            # Rules

            What `lamina validate` looks for. This page and those behind it are made from the rules themselves; `lamina explain CODE` shows the
            same.

            """);
        page.append("| severity | what it asks of you |\n|---|---|\n");
        for (Severity severity : Severity.values()) {
            page.append("| %s | %s |\n".formatted(severity.text(), meaning(severity)));
        }
        page.append("""

            The profile `baseline` shows errors, critical and high findings and warnings. `restricted` shows all. `system` is as `baseline`, but
            known parts of systems (`lamina/…`, `linuxkit/…`) are only information. "fix" means that `lamina validate --fix` mends it.
            """);
        FAMILIES.forEach((family, title) -> {
            page.append("\n## ").append(title).append("\n\n| code | severity | what is found | |\n|---|---|---|---|\n");
            rules.stream()
                    .filter(rule -> rule.family().equals(family))
                    .forEach(rule -> page.append("| [%s](%s.md) | %s | %s | %s |\n"
                            .formatted(
                                    rule.code(),
                                    rule.code(),
                                    rule.severity().text(),
                                    rule.title(),
                                    rule.mechanical() ? "fix" : "")));
        });
        return page.toString();
    }

    private static String meaning(Severity severity) {
        return switch (severity) {
            case ERROR -> "the system will not build, or not boot as written: mend it";
            case CRITICAL -> "who takes over the container owns the machine: change it";
            case HIGH -> "one step away from that: change it, or write down why not as a waiver";
            case MEDIUM -> "more than is needed: look at it when the system goes to others";
            case LOW -> "could be tighter at little cost";
            case WARNING -> "the system will behave in another way than it seems: make sure that it is meant";
            case INFO -> "good to know; nothing needs to be done";
        };
    }
}
