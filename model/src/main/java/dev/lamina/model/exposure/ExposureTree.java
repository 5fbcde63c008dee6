package dev.lamina.model.exposure;

import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Scores as mappings, for JSON.
public final class ExposureTree {
    private ExposureTree() {}

    /// The system's score, the container that makes it, and the scores of all.
    public static Map<String, Object> of(SystemScore system) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("exposure", system.value());
        system.dominating().ifPresent(component -> tree.put("dominating", component.name()));
        tree.put(
                "components", system.components().stream().map(ExposureTree::of).toList());
        return tree;
    }

    /// With its parts, the heaviest first.
    public static Map<String, Object> of(ComponentScore component) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", component.name());
        tree.put("path", component.path());
        tree.put("exposure", component.score().value());
        tree.put("level", component.score().level().text());
        tree.put("complete", component.score().complete());
        List<Map<String, Object>> parts =
                component.score().parts().stream().map(ExposureTree::part).toList();
        tree.put("parts", parts);
        return tree;
    }

    private static Map<String, Object> part(Part part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("weight", part.weight());
        tree.put("what", part.what());
        tree.put("why", part.why());
        tree.put("path", part.origin().path());
        tree.put("origin", part.origin().kind().name().toLowerCase(Locale.ROOT));
        return tree;
    }
}
