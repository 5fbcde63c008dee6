package dev.lamina.model.edit;

import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Kept;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The notes of a document: what its author says of components, in comments directly above them that begin
/// with `# note:`. A line below that begins with `#` and two blanks or more goes on with the note.
public final class Notes {
    private static final String KERNEL = "kernel";
    private static final Set<String> LISTS = Set.of("init", "onboot", "services", "onshutdown", "volumes", "files");

    private final String text;
    private final Kept kept;
    private final Map<String, String> notes = new LinkedHashMap<>();

    private Notes(Document document) {
        this.text = document.text();
        this.kept = new Kept(document.source());
    }

    /// By the path of the component, such as `services[0]` or `kernel`; in the order of the text.
    public static Map<String, String> of(Document document) {
        Notes notes = new Notes(document);
        if (document.readable() && document.text().contains("note:")) {
            DocumentTree.of(document.text()).ifPresent(tree -> notes.root(tree.root()));
        }
        return notes.notes;
    }

    private void root(Part root) {
        if (!(root instanceof Part.Mapping mapping) || mapping.flow()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        int least = -1;
        for (Part.Pair pair : mapping.pairs()) {
            if (seen.add(pair.name())) {
                if (pair.name().equals(KERNEL)) {
                    add(KERNEL, pair.start(), least);
                } else if (LISTS.contains(pair.name()) && pair.value() instanceof Part.Sequence list && !list.flow()) {
                    elements(pair.name(), list.elements(), Scan.lineEnd(text, pair.colon()));
                }
            }
            least = Scan.lineEnd(text, pair.end());
        }
    }

    private void elements(String section, List<Part.Element> elements, int head) {
        int least = head;
        int index = 0;
        for (Part.Element element : elements) {
            if (kept.component(section, element.value())) {
                add(section + "[" + index++ + "]", element.dash(), least);
            }
            least = Scan.lineEnd(
                    text, Math.max(element.dash() + 1, element.value().extent().end()));
        }
    }

    private void add(String path, int at, int least) {
        if (Scan.isFirstOnLine(text, at)) {
            int line = Scan.lineStart(text, at);
            NoteText.find(text, Around.first(text, line, least), line)
                    .map(NoteText::text)
                    .filter(note -> !note.isEmpty())
                    .ifPresent(note -> notes.put(path, note));
        }
    }
}
