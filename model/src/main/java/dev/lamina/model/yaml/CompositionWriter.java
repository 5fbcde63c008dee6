package dev.lamina.model.yaml;

import dev.lamina.model.Composition;
import dev.lamina.model.tree.JsonText;

/// Writes a composition as text that reads as the same composition again. Image references are in their full form.
public final class CompositionWriter {
    private CompositionWriter() {}

    /// Block style, two blanks for each level.
    public static String yaml(Composition composition) {
        return YamlText.of(CompositionTree.of(composition).toMap());
    }

    /// Four blanks for each level, and a line end at the end.
    public static String json(Composition composition) {
        return JsonText.of(CompositionTree.of(composition).toMap());
    }
}
