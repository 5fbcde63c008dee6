package dev.lamina.model.yaml;

import dev.lamina.model.yaml.PackageNames.Answer;
import java.util.HashMap;
import java.util.Map;

/// The texts of a document that stand for the name of a package, `@pkg:FOLDER`. LinuxKit replaces them wherever they
/// are; what has no name stays as it is, which only an image cannot.
final class Templates {
    private static final String MARK = "@pkg:";

    private final PackageNames packages;

    /// Naming a package takes several programs, and a document may name it at many places.
    private final Map<String, Answer> known = new HashMap<>();

    Templates(PackageNames packages) {
        this.packages = packages;
    }

    static boolean is(String text) {
        return text.startsWith(MARK);
    }

    Answer resolve(String template) {
        return known.computeIfAbsent(template.substring(MARK.length()), packages::nameOf);
    }
}
