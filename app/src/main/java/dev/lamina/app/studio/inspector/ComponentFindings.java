package dev.lamina.app.studio.inspector;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the rules say of one component.
final class ComponentFindings {
    private ComponentFindings() {}

    /// By their paths within the component.
    static Map<String, List<Finding>> of(Place at, Optional<Reviewed> reviewed) {
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        reviewed.stream()
                .flatMap(review -> review.validation().findings().stream())
                .filter(finding -> Place.of(finding.path()).filter(at::equals).isPresent())
                .forEach(finding -> found.computeIfAbsent(inner(at, finding.path()), path -> new ArrayList<>())
                        .add(finding));
        return found;
    }

    /// A path of the document as one within the component.
    static String inner(Place at, String path) {
        String rest = path.substring(Math.min(path.length(), at.path().length()));
        return rest.startsWith(".") ? rest.substring(1) : rest;
    }
}
