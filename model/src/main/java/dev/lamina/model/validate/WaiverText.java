package dev.lamina.model.validate;

import dev.lamina.model.edit.Document;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Scan;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Writes waivers into documents: comments that allow a finding for a time and a reason.
public final class WaiverText {
    private WaiverText() {}

    /// The text of a document with a waiver above a component. Everything else stays byte for byte, and what
    /// is read of it is the same. Empty where no comment would count, such as within a list in brackets, and
    /// when the reason is blank.
    ///
    /// @param path of the finding, e.g. `services[0].capabilities`
    /// @param code of its rule
    /// @param until the last day on which it counts
    /// @param reason in one line
    public static Optional<String> add(Document document, String path, String code, LocalDate until, String reason) {
        Optional<String> component = ComponentPath.of(path);
        Optional<SourceSpan> span = component.flatMap(
                at -> Optional.ofNullable(document.read().sources().spans().get(at)));
        String words = reason.strip().replaceAll("\\s+", " ");
        if (span.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        String comment = "# lamina: allow %s until %s because %s".formatted(code, until, words);
        String text = above(document.text(), span.get().line(), comment);
        return counts(document, text, component.get(), code, until) ? Optional.of(text) : Optional.empty();
    }

    /// @param line counted from 1
    private static String above(String text, int line, String comment) {
        int start = DocumentTree.offset(text, line, 1);
        String indent = text.substring(start, Scan.skipSpaces(text, start));
        return text.substring(0, start) + indent + comment + Scan.newline(text) + text.substring(start);
    }

    private static boolean counts(Document before, String text, String component, String code, LocalDate until) {
        Document after = before.with(text);
        return after.readable()
                && after.composition().equals(before.composition())
                && Waivers.of(
                                List.of(new SourceText(before.source().name(), text)),
                                after.read().sources(),
                                until)
                        .allow(code, component);
    }
}
