package dev.lamina.model.validate;

import dev.lamina.model.check.Need;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A rule as a page: for `lamina explain` and for `docs/rules`.
public final class RuleText {
    private static final int WIDTH = 100;

    private static final Map<String, String> FAMILIES = families();

    private RuleText() {}

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

    /// For a terminal.
    public static String plain(Rule rule) {
        List<String> parts = new ArrayList<>();
        parts.add("%s  %s  (%s, %s)\n"
                .formatted(rule.code(), rule.title(), rule.severity().text(), profiles(rule)));
        parts.add(wrapped("", rule.what()));
        parts.add(wrapped("Why: ", rule.why()));
        parts.add(wrapped("What to do: ", rule.fix()));
        if (rule.mechanical()) {
            parts.add("'lamina validate --fix' mends it.\n");
        }
        if (!rule.needs().isEmpty()) {
            parts.add(wrapped("Needs to be known: ", needs(rule)));
        }
        if (!rule.example().isEmpty()) {
            parts.add("Found:\n\n" + rule.example().indent(4));
            parts.add("Better:\n\n" + rule.better().indent(4));
        }
        parts.add("See: " + String.join("\n     ", rule.references()) + "\n");
        return String.join("\n", parts);
    }

    /// For `docs/rules/CODE.md`.
    public static String markdown(Rule rule) {
        StringBuilder page = new StringBuilder("# %s: %s\n\n".formatted(rule.code(), rule.title()));
        page.append("Severity: **%s**. %s%s\n\n"
                .formatted(
                        rule.severity().text(),
                        sentence(profiles(rule)),
                        rule.mechanical() ? " `lamina validate --fix` mends it." : ""));
        page.append(rule.what()).append("\n\n");
        page.append("**Why.** ").append(rule.why()).append("\n\n");
        page.append("**What to do.** ").append(rule.fix()).append("\n\n");
        if (!rule.needs().isEmpty()) {
            page.append("**Needs to be known:** ").append(needs(rule)).append(". Without it the rule is left out.\n\n");
        }
        if (!rule.example().isEmpty()) {
            page.append("Found:\n\n```yaml\n").append(rule.example()).append("\n```\n\n");
            page.append("Better:\n\n```yaml\n").append(rule.better()).append("\n```\n\n");
        }
        page.append("Sources:\n\n");
        rule.references()
                .forEach(reference -> page.append("- ").append(reference).append('\n'));
        return page.toString();
    }

    /// For `docs/rules/README.md`.
    public static String index(List<Rule> rules) {
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

    /// For a terminal: one line for each.
    public static String list(List<Rule> rules) {
        return rules.stream()
                .map(rule ->
                        "%s  %-8s  %s\n".formatted(rule.code(), rule.severity().text(), rule.title()))
                .collect(Collectors.joining());
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

    private static String profiles(Rule rule) {
        String shown = Arrays.stream(Profile.values())
                .filter(profile -> profile.shows(rule.severity()))
                .map(Profile::text)
                .collect(Collectors.joining(", "));
        return "shown by " + shown;
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static String needs(Rule rule) {
        return rule.needs().stream().sorted().map(RuleText::words).collect(Collectors.joining("; "));
    }

    /// What has to be known, in words.
    public static String words(Need need) {
        return switch (need) {
            case IMAGE_CONFIG -> "the configuration and the label of the container's image";
            case IMAGE_FILES -> "the files of the container's image";
            case KERNEL -> "the modules and the configuration of the kernel";
            case SIZES -> "the sizes of all images";
            case RUN -> "how the system is run";
        };
    }

    private static String wrapped(String head, String text) {
        StringBuilder lines = new StringBuilder(head);
        int column = head.length();
        String blank = "";
        for (String word : text.split(" ")) {
            if (column + blank.length() + word.length() > WIDTH) {
                lines.append('\n');
                column = 0;
                blank = "";
            }
            lines.append(blank).append(word);
            column += blank.length() + word.length();
            blank = " ";
        }
        return lines.append('\n').toString();
    }
}
