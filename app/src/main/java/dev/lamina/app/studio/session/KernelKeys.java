package dev.lamina.app.studio.session;

import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of a kernel, as texts.
final class KernelKeys {
    /// What belongs to one image, and means nothing for another one.
    private static final List<String> OF_THE_IMAGE = List.of("binary", "tar", "ucode");

    private KernelKeys() {}

    /// Puts another kernel in the place of the one of a document. The words of its command line stay when the new one
    /// has none.
    ///
    /// @param yaml the keys of the new kernel
    static List<Edit> replace(Document document, String yaml) {
        Optional<Part> kernel = DocumentTree.of(document.text())
                .map(DocumentTree::root)
                .flatMap(root -> Pairs.value(root, Lane.KERNEL.key()));
        if (kernel.isEmpty()) {
            return List.of(new Edit.InsertText(Lane.KERNEL.key(), yaml + "\n"));
        }
        Map<String, String> wanted = keys(DocumentTree.of(yaml + "\n").map(DocumentTree::root));
        Map<String, String> there = keys(kernel);
        List<Edit> edits = new ArrayList<>();
        wanted.forEach((key, value) -> edits.add(new Edit.Set("kernel." + key, value)));
        OF_THE_IMAGE.stream()
                .filter(key -> there.containsKey(key) && !wanted.containsKey(key))
                .forEach(key -> edits.add(new Edit.Remove("kernel." + key)));
        return edits;
    }

    private static Map<String, String> keys(Optional<Part> kernel) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (kernel.isPresent() && kernel.get() instanceof Part.Mapping mapping) {
            for (Part.Pair pair : mapping.pairs()) {
                if (pair.value() instanceof Part.Scalar scalar && scalar.type() != Part.Type.NOTHING) {
                    keys.put(pair.name(), scalar.text());
                }
            }
        }
        return keys;
    }
}
