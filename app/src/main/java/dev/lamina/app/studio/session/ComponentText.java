package dev.lamina.app.studio.session;

import dev.lamina.model.edit.Edit;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The YAML of one component alone: without a dash, from the first column on, with comments above it.
///
/// @param yaml its lines end with LF, the last one has no end
record ComponentText(Lane lane, String yaml) {
    private static final Pattern MARK = Pattern.compile("(?m)^#\\s*(note:|lamina:\\s*allow\\b)");

    /// The key that names a component of a lane; empty where none does.
    static Optional<String> nameKey(Lane lane) {
        return switch (lane) {
            case KERNEL, INIT -> Optional.empty();
            case ONBOOT, SERVICES, ONSHUTDOWN, VOLUMES -> Optional.of("name");
            case FILES -> Optional.of("path");
        };
    }

    /// What its name is, or its path; empty where it has none.
    Optional<String> name() {
        return named().map(Part.Scalar::text);
    }

    private Optional<Part.Scalar> named() {
        return nameKey(lane)
                .flatMap(key -> DocumentTree.of(yaml + "\n").flatMap(tree -> Pairs.scalar(tree.root(), key)));
    }

    /// The same under another name.
    ComponentText named(String other) {
        Optional<Part.Scalar> found = named().filter(scalar -> !scalar.text().equals(other));
        if (found.isEmpty() || found.get().style().isBlock()) {
            return this;
        }
        Part.Extent at = found.get().extent();
        return new ComponentText(lane, yaml.substring(0, at.value()) + PlainText.of(other) + yaml.substring(at.end()));
    }

    /// Puts it in front of a place.
    Edit insert(Place before) {
        // Without the end of its last line a text in lines of its own would mean something else.
        return new Edit.InsertText(before.path(), yaml + "\n");
    }

    /// The same with one more line in front, behind the comments.
    ComponentText headed(String line) {
        int body = body();
        return new ComponentText(lane, yaml.substring(0, body) + line + "\n" + yaml.substring(body));
    }

    /// The same without the comments above it, but for notes and waivers and what follows them: above the first element
    /// of a list other comments may be those of the list.
    ComponentText withoutListComments() {
        int body = body();
        Matcher mark = MARK.matcher(yaml.substring(0, body));
        return new ComponentText(lane, yaml.substring(mark.find() ? mark.start() : body));
    }

    /// Where the comments above it end.
    private int body() {
        int at = 0;
        while (yaml.startsWith("#", at)) {
            at = Scan.nextLine(yaml, Scan.lineEnd(yaml, at));
        }
        return at;
    }

    /// As an element of a list two columns to the right.
    String asElement() {
        List<String> lines = new ArrayList<>();
        boolean begun = false;
        for (String line : yaml.split("\n", -1)) {
            boolean above = !begun && (line.startsWith("#") || line.isBlank());
            if (above) {
                lines.add(indented(line, "  "));
            } else {
                lines.add(indented(line, begun ? "    " : "  - "));
                begun = true;
            }
        }
        return String.join("\n", lines);
    }

    /// As a composition that has nothing else.
    String asComposition() {
        if (lane != Lane.KERNEL) {
            return lane.key() + ":\n" + asElement() + "\n";
        }
        List<String> lines = yaml.lines().map(line -> indented(line, "  ")).toList();
        return lane.key() + ":\n" + String.join("\n", lines) + "\n";
    }

    private static String indented(String line, String by) {
        return line.isEmpty() ? line : by + line;
    }
}
