package dev.lamina.app.cli;

import dev.lamina.model.check.Rule;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.validate.RuleText;
import dev.lamina.model.validate.Rules;
import dev.lamina.model.value.Capability;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lamina explain`.
@Command(
        name = "explain",
        header = "Tell about a rule of 'lamina validate', or a capability.",
        description = "Without a word it lists all rules; with the first letters of codes, or a word, those of them.",
        footer = {
            "",
            "Examples:",
            "  lamina explain PRV01",
            "  lamina explain CAP_SYS_ADMIN",
            "  lamina explain mnt",
            "  lamina explain tmpfs"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..1",
            completionCandidates = Candidates.class,
            description = "The code of a rule, its first letters, a capability, or a word that rules are about.")
    @Nullable
    String word;

    static final class Candidates implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Rules.all().stream().map(Rule::code).iterator();
        }
    }

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (word == null) {
            list(Rules.all());
            return 0;
        }
        String asked = word;
        Optional<Rule> rule = Rules.find(asked);
        Optional<Capability> capability = capability(asked);
        if (rule.isPresent()) {
            session.print(() -> RuleText.plain(rule.get()).stripTrailing(), () -> json(rule.get()));
        } else if (capability.isPresent()) {
            print(capability.get());
        } else {
            list(matching(asked));
        }
        return 0;
    }

    private static Optional<Capability> capability(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Capability.parse(upper.startsWith("CAP_") ? upper : "CAP_" + upper);
    }

    private void print(Capability capability) {
        List<Rule> rules = about(capability.name());
        session.print(
                () -> (capability.text() + "\n" + capability.explanation() + "\n"
                                + (rules.isEmpty() ? "" : "\nRules that speak of it:\n" + RuleText.list(rules)))
                        .stripTrailing(),
                () -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    object.put("capability", capability.text());
                    object.put("explanation", capability.explanation());
                    object.put("rules", rules.stream().map(Rule::code).toList());
                    return object;
                });
    }

    private List<Rule> matching(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        List<Rule> rules = Rules.all().stream()
                .filter(rule -> rule.code().startsWith(upper))
                .toList();
        if (rules.isEmpty()) {
            rules = about(text);
        }
        if (rules.isEmpty()) {
            List<String> words = Stream.concat(
                            Rules.all().stream().map(Rule::code),
                            Arrays.stream(Capability.values()).map(Capability::text))
                    .toList();
            throw new InputException(
                    "no rule or capability is about '" + text + "'",
                    Nearest.of(text, words)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("'lamina explain' lists all rules"));
        }
        return rules;
    }

    private static List<Rule> about(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Rules.all().stream()
                .filter(rule -> Stream.of(rule.title(), rule.what(), rule.why(), rule.fix(), rule.example())
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(lower)))
                .toList();
    }

    private void list(List<Rule> rules) {
        if (session.options().json) {
            rules.forEach(rule -> session.out().println(Json.line(json(rule))));
        } else {
            session.out().print(RuleText.list(rules));
        }
    }

    private static Map<String, Object> json(Rule rule) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", rule.code());
        object.put("severity", rule.severity().text());
        object.put("title", rule.title());
        object.put("what", rule.what());
        object.put("why", rule.why());
        object.put("fix", rule.fix());
        object.put("quickFix", rule.mechanical());
        object.put("example", rule.example());
        object.put("better", rule.better());
        object.put("references", rule.references());
        return object;
    }
}
