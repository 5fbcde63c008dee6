package dev.lamina.app.studio.inspector;

import dev.lamina.model.explain.Explanation;
import dev.lamina.model.yaml.Schema.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A field of a form: one value of the document, and how it is edited.
///
/// @param path within the component, e.g. `resources.memory.limit`; empty when the component is the value
/// @param title in words, e.g. `Memory limit`
/// @param rare whether it is folded away until somebody asks for more
/// @param required whether the component would be nothing without it
/// @param choices the words that it usually is one of
record FieldSpec(
        String path,
        String title,
        Type type,
        Look look,
        Group group,
        boolean rare,
        boolean required,
        List<String> choices,
        Explanation explanation) {
    FieldSpec {
        choices = List.copyOf(choices);
    }

    /// The kinds of controls.
    enum Look {
        LINE,
        AREA,
        TRUTH,
        CHOICE,
        MODE,
        LIST,
        ROWS,
        CAPABILITIES
    }

    /// What its label and its explanation have in common with what somebody looks for.
    boolean matches(String wanted) {
        String words = (title + " " + path + " " + explanation.summary()).toLowerCase(Locale.ROOT);
        return Arrays.stream(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(words::contains);
    }

    /// Whether it is the name that stands above the form.
    boolean inHeader() {
        return required && (path.equals("name") || path.equals("path"));
    }

    /// Whether a path within the component lies in this field.
    boolean holds(String inner) {
        return inner.equals(path)
                || inner.startsWith(path) && !path.isEmpty() && ".[".indexOf(inner.charAt(path.length())) >= 0;
    }
}
