package dev.lamina.model.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One entry of a file of texts, by the names of its lines.
record Facts(Map<String, String> lines) {

    Explanation explain(String title) {
        return explain(title, line("summary"));
    }

    Explanation explain(String title, String summary) {
        return new Explanation(
                title,
                summary,
                line("detail"),
                Optional.ofNullable(lines.get("attacker")),
                Optional.ofNullable(lines.get("need")),
                Optional.ofNullable(lines.get("default")),
                Optional.ofNullable(lines.get("example")),
                sources());
    }

    private String line(String name) {
        return Objects.requireNonNull(lines.get(name), name);
    }

    private List<String> sources() {
        return Arrays.stream(line("sources").split("; ", -1)).toList();
    }
}
