package dev.lamina.model.validate;

import dev.lamina.model.check.Need;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A rule as a page: for `lamina explain`, for reports and for `docs/rules`.
public final class RuleText {
    private static final int WIDTH = 100;

    private RuleText() {}

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

    /// For `docs/rules/CODE.md`, and for whoever shows Markdown.
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

    /// For a terminal: one line for each.
    public static String list(List<Rule> rules) {
        return rules.stream()
                .map(rule ->
                        "%s  %-8s  %s\n".formatted(rule.code(), rule.severity().text(), rule.title()))
                .collect(Collectors.joining());
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
