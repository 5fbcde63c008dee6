package dev.lamina.assembler.catalogue;

import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.SourceSpan;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/// The YAML of a description, which may come from anyone: whatever is wrong with it is a
/// [BadDescriptionException].
final class DescriptionText {
    private DescriptionText() {}

    /// @param file the description's name in messages
    /// @return null for an empty text
    static @Nullable Node compose(String file, String text) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            throw new BadDescriptionException(span(file, e.getProblemMark()), e.getProblem(), null);
        } catch (ReaderException e) {
            String problem = "the character U+%04X is not possible in YAML".formatted(e.getCodePoint());
            throw new BadDescriptionException(span(file, text, e.getPosition()), problem, null);
        } catch (RuntimeException e) {
            // the composer's limits have no place, and odd escapes leak exceptions of the JDK
            String reason = Texts.shorten(String.valueOf(e.getMessage()));
            throw new BadDescriptionException(
                    SourceSpan.at(file, 1, 1), "the description cannot be read: " + reason, null);
        }
    }

    /// @param position counts characters from 0
    private static SourceSpan span(String file, String text, int position) {
        String before = text.substring(
                0, text.offsetByCodePoints(0, Math.clamp(position, 0, text.codePointCount(0, text.length()))));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return SourceSpan.at(file, line, before.length() - before.lastIndexOf('\n'));
    }

    static SourceSpan span(String file, @Nullable Mark mark) {
        return mark == null ? SourceSpan.at(file, 1, 1) : SourceSpan.at(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
