package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.explain.Explanation;
import dev.lamina.model.explain.Explanations;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.ArrayList;
import java.util.List;

/// What completion says about what it proposes.
final class Abouts {
    private static final Texts TEXTS = Texts.of(Abouts.class);

    private Abouts() {}

    static String of(Shape shape, Schema.Key key) {
        return text(Explanations.of(shape, key));
    }

    static String of(Capability capability) {
        return text(Explanations.capability(capability));
    }

    private static String text(Explanation explanation) {
        List<String> parts = new ArrayList<>(List.of(explanation.summary()));
        if (!explanation.detail().isEmpty()) {
            parts.add(explanation.detail());
        }
        explanation.attacker().ifPresent(text -> parts.add(TEXTS.get("about.attacker", text)));
        explanation.need().ifPresent(text -> parts.add(TEXTS.get("about.need", text)));
        explanation.otherwise().ifPresent(text -> parts.add(TEXTS.get("about.otherwise", text)));
        return String.join("\n", parts).replace("`", "");
    }
}
