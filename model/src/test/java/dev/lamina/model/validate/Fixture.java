package dev.lamina.model.validate;

import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One case of a rule, from `src/test/resources/rules/CODE.txt`. A file looks like this:
///
/// ```
/// == all capabilities of a service          a title; each case begins with one
/// --- facts                                 what is known beside the document (optional), see FixtureFacts
/// images:
///   nginx:1.27: {command: [nginx]}
/// --- yaml                                  the document; its name is x.yml
/// services:
///   …
/// --- finds                                 LINE:COLUMN SEVERITY MESSAGE of each finding of the rule; none: it passes
/// 4:5 high service web has all capabilities
/// hint: …                                   of the finding above (optional; when given it is compared)
/// --- fixed                                 the document after all fixes of the rule's findings (when they have some)
/// …
/// ```
///
/// A part `side` is the text of a side file, `x.lamina.yml`: its section `run` is taken in place of that of
/// the facts. `side fixed` is that text after all fixes.
record Fixture(String code, String title, Map<String, String> parts) {

    String yaml() {
        return parts.getOrDefault("yaml", "");
    }

    Optional<SourceText> side() {
        return Optional.ofNullable(parts.get("side")).map(text -> new SourceText("x.lamina.yml", text));
    }

    Optional<String> sideFixed() {
        return Optional.ofNullable(parts.get("side fixed"));
    }

    String facts() {
        return parts.getOrDefault("facts", "");
    }

    List<String> finds() {
        return parts.getOrDefault("finds", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    Optional<String> fixed() {
        return Optional.ofNullable(parts.get("fixed"));
    }

    boolean fails() {
        return !finds().isEmpty();
    }

    @Override
    public String toString() {
        return code + " " + title;
    }

    static List<Fixture> parse(String code, String text) {
        List<Fixture> fixtures = new ArrayList<>();
        @Nullable String title = null;
        @Nullable String part = null;
        Map<String, String> parts = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("== ")) {
                if (title != null) {
                    fixtures.add(new Fixture(code, title, parts));
                }
                title = line.substring(3).strip();
                parts = new LinkedHashMap<>();
                part = null;
            } else if (line.startsWith("--- ")) {
                part = line.substring(4).strip();
                parts.put(part, "");
            } else if (part != null) {
                parts.merge(part, line + "\n", String::concat);
            }
        }
        if (title != null) {
            fixtures.add(new Fixture(code, title, parts));
        }
        return fixtures;
    }
}
