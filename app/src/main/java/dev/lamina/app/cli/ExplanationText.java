package dev.lamina.app.cli;

import dev.lamina.model.check.Rule;
import dev.lamina.model.explain.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Explanations as `lamina explain` prints them.
final class ExplanationText {
    private ExplanationText() {}

    /// @param where the word stands, e.g. `container.binds`; empty when it needs no saying
    static String plain(String where, Explanation explanation) {
        StringBuilder text = new StringBuilder(explanation.title());
        if (!where.isEmpty()) {
            text.append("  (").append(where).append(')');
        }
        text.append('\n')
                .append(explanation.summary())
                .append('\n')
                .append(explanation.detail())
                .append('\n');
        explanation.attacker().ifPresent(what -> part(text, "What an attacker gains", what));
        explanation.need().ifPresent(who -> part(text, "Who needs it", who));
        explanation.otherwise().ifPresent(what -> part(text, "If not given", what));
        explanation.example().ifPresent(yaml -> text.append("\nExample:\n").append(yaml.indent(4)));
        return text.append("\nSources: ")
                .append(String.join("; ", explanation.sources()))
                .append('\n')
                .toString();
    }

    private static void part(StringBuilder text, String title, String words) {
        text.append('\n').append(title).append(": ").append(words).append('\n');
    }

    static Map<String, Object> json(String where, Explanation explanation, List<Rule> rules) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(where.isEmpty() ? "capability" : "word", explanation.title());
        if (!where.isEmpty()) {
            object.put("where", where);
        }
        object.put("explanation", explanation.summary());
        object.put("detail", explanation.detail());
        put(object, "attacker", explanation.attacker());
        put(object, "need", explanation.need());
        put(object, "default", explanation.otherwise());
        put(object, "example", explanation.example());
        object.put("sources", explanation.sources());
        object.put("rules", rules.stream().map(Rule::code).toList());
        return object;
    }

    private static void put(Map<String, Object> object, String key, Optional<String> value) {
        value.ifPresent(text -> object.put(key, text));
    }
}
