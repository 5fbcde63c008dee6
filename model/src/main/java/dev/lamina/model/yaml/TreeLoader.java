package dev.lamina.model.yaml;

import dev.lamina.model.value.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// Turns a text into [Item]s. Whatever the text is, the answer is an item or problems, after work that is bounded by
/// the length of the text.
final class TreeLoader {
    /// A composition with a megabyte of inline files is already unusual.
    static final int LONGEST = 16 * 1024 * 1024;

    /// The deepest value of a composition lies 9 levels deep.
    static final int DEEPEST = 50;

    private final SourceText document;
    private final Problems problems;

    TreeLoader(SourceText document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /// @param aliases in the order of the text
    record Composed(Node root, List<AliasEvent> aliases) {}

    /// The root of the only document; empty when the text is not YAML, or holds nothing.
    Optional<Item> load() {
        return compose().flatMap(this::convert);
    }

    /// Items in the place of what SnakeYAML has.
    Optional<Item> convert(Composed composed) {
        return new NodeConverter(document, problems).convert(composed.root());
    }

    /// The same as SnakeYAML has it.
    Optional<Composed> compose() {
        String text = document.text();
        if (text.length() > LONGEST) {
            problems.add(place(1, 1), "the file is larger than 16 MiB", "name large files by source: instead");
            return Optional.empty();
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        AliasParser parser;
        try {
            parser = new AliasParser(new StreamReader(body), options());
        } catch (ReaderException e) {
            unreadable(body, e);
            return Optional.empty();
        }
        try {
            return compose(parser);
        } catch (CountingComposer.TooManyValuesException e) {
            problems.add(here(parser), "the file holds more than 200000 values", "split the system into several");
        } catch (MarkedYAMLException e) {
            malformed(e);
        } catch (ReaderException e) {
            unreadable(body, e);
        } catch (RuntimeException e) {
            // The composer's depth limit has no place, and odd escapes leak exceptions of the JDK.
            unplaced(parser, e);
        }
        return Optional.empty();
    }

    private Optional<Composed> compose(AliasParser parser) {
        Composer composer = new CountingComposer(parser, options());
        @Nullable Node root = composer.checkNode() ? composer.getNode() : null;
        if (root == null) {
            problems.add(place(1, 1), "the file is empty", "begin with a section such as kernel: or services:");
            return Optional.empty();
        }
        Event next = parser.peekEvent();
        if (!next.is(Event.ID.StreamEnd)) {
            problems.add(
                    span(next.getStartMark(), next.getStartMark()),
                    "only one document is allowed in a file, and a second one begins here",
                    "remove the line \"---\", or give two files to be merged");
        }
        return Optional.of(new Composed(root, parser.aliases()));
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEEPEST);
        // NodeConverter bounds the work by what aliases expand to, not by their number.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setAllowRecursiveKeys(true);
        return options;
    }

    private void malformed(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        SyntaxWords words = SyntaxWords.of(problem);
        // A missing colon is noticed on the next line; the context is the text that should have been a key.
        boolean early = problem.startsWith("could not find expected ':'");
        @Nullable Mark mark = early || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        SourceSpan place = mark == null ? place(1, 1) : span(mark, mark);
        problems.add(place, words.message(), words.hint());
    }

    private void unreadable(String body, ReaderException e) {
        int end = body.offsetByCodePoints(0, Math.clamp(e.getPosition(), 0, body.codePointCount(0, body.length())));
        TextPositions positions = new TextPositions(body);
        problems.add(
                place(positions.line(end), positions.column(end)),
                "the character U+%04X is not possible in YAML".formatted(e.getCodePoint()),
                "remove it, or write it as \"\\xNN\" in double quotes");
    }

    private void unplaced(ParserImpl parser, RuntimeException e) {
        if (String.valueOf(e.getMessage()).startsWith("Nesting Depth")) {
            problems.add(here(parser), "values are nested too deeply", "a composition needs no more than 9 levels");
        } else {
            SyntaxWords words = SyntaxWords.of(String.valueOf(e.getMessage()));
            problems.add(here(parser), words.message(), words.hint());
        }
    }

    private SourceSpan here(ParserImpl parser) {
        try {
            Mark mark = parser.peekEvent().getStartMark();
            return span(mark, mark);
        } catch (RuntimeException e) {
            // The parser is in no state to tell.
            return place(1, 1);
        }
    }

    private SourceSpan place(int line, int column) {
        return SourceSpan.at(document.name(), line, column);
    }

    private SourceSpan span(Mark start, Mark end) {
        return new SourceSpan(
                document.name(), start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }
}
