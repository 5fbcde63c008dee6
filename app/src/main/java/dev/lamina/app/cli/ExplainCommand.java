package dev.lamina.app.cli;

import dev.lamina.model.check.Rule;
import dev.lamina.model.explain.Explanation;
import dev.lamina.model.explain.Explanations;
import dev.lamina.model.explain.Explanations.Kind;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.validate.RuleText;
import dev.lamina.model.validate.Rules;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
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
        header = "Tell about a rule of 'lamina validate', a key of documents, or a capability.",
        description = "Without a word it lists all rules; with the first letters of codes, or a word, those of them.",
        footer = {
            "",
            "Examples:",
            "  lamina explain PRV01",
            "  lamina explain CAP_SYS_ADMIN",
            "  lamina explain krn",
            "  lamina explain binds",
            "  lamina explain kernel.cmdline",
            "  lamina explain console=ttyS0"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..1",
            completionCandidates = Candidates.class,
            description = {
                "The code of a rule, its first letters, a key of documents, a capability, a word of mounts,",
                "namespaces or the kernel command line, or a word that rules are about."
            })
    @Nullable
    String word;

    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words().iterator();
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
        Map<String, Explanation> explanations = explanations(asked);
        if (rule.isPresent()) {
            session.print(() -> RuleText.plain(rule.get()).stripTrailing(), () -> json(rule.get()));
        } else if (explanations.isEmpty()) {
            list(matching(asked));
        } else {
            print(explanations, speakingOf(asked));
        }
        return 0;
    }

    private static Optional<Capability> capability(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Capability.parse(upper.startsWith("CAP_") ? upper : "CAP_" + upper);
    }

    /// By where the word stands.
    private static Map<String, Explanation> explanations(String asked) {
        Map<String, Explanation> found = new LinkedHashMap<>();
        capability(asked).ifPresent(capability -> found.put("", Explanations.capability(capability)));
        found.putAll(Explanations.keys(asked));
        if (found.isEmpty()) {
            Explanations.key(asked).ifPresent(explanation -> found.put(asked, explanation));
        }
        for (Kind kind : Kind.values()) {
            Explanations.word(kind, asked).ifPresent(explanation -> found.put(where(kind), explanation));
        }
        return found;
    }

    private static String where(Kind kind) {
        return switch (kind) {
            case NAMESPACE -> "namespaces";
            case MOUNT -> "options of mounts";
            case KERNEL -> "kernel command line";
        };
    }

    private static List<Rule> speakingOf(String asked) {
        return about(capability(asked).map(Capability::name).orElse(asked));
    }

    private void print(Map<String, Explanation> explanations, List<Rule> rules) {
        if (session.options().json) {
            explanations.forEach((where, explanation) ->
                    session.out().println(Json.line(ExplanationText.json(where, explanation, rules))));
            return;
        }
        List<String> texts = new ArrayList<>();
        explanations.forEach((where, explanation) -> texts.add(ExplanationText.plain(where, explanation)));
        if (!rules.isEmpty()) {
            texts.add("Rules that speak of it:\n" + RuleText.list(rules));
        }
        session.out().println(String.join("\n", texts).stripTrailing());
    }

    /// What can be asked for.
    private static List<String> words() {
        List<String> words = new ArrayList<>();
        Rules.all().forEach(rule -> words.add(rule.code()));
        Arrays.stream(Capability.values()).map(Capability::text).forEach(words::add);
        Schema.shapes().forEach(shape -> shape.keys().forEach(key -> words.add(key.name())));
        for (Kind kind : Kind.values()) {
            words.addAll(Explanations.words(kind));
        }
        return words.stream().distinct().toList();
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
            throw new InputException(
                    "no rule, key or capability is about '" + text + "'",
                    Nearest.of(text, words())
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
