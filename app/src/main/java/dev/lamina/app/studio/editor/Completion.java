package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Ancestry.Found;
import dev.lamina.app.studio.editor.Ancestry.Opening;
import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What could be written at a place of a document: the keys that the schema has there, or the values of a key.
final class Completion {
    private final Lines lines;
    private final int line;
    private final int column;
    private final String head;
    private final String tail;
    private final ValueProposals values;

    private Completion(Lines lines, int line, int column, Knowledge known) {
        this.lines = lines;
        this.line = line;
        this.column = column;
        this.head = lines.line(line).substring(0, column);
        this.tail = lines.line(line).substring(column);
        this.values = new ValueProposals(known);
    }

    /// @param from column where what has been typed begins
    /// @param to column behind what a proposal takes the place of
    record Proposals(List<Proposal> all, int from, int to) {
        static final Proposals NONE = new Proposals(List.of(), 0, 0);

        Proposals {
            all = List.copyOf(all);
        }
    }

    /// @param line counted from 0, like the column
    static Proposals at(Lines lines, int line, int column, Knowledge known) {
        return new Completion(lines, line, column, known).proposals();
    }

    private Proposals proposals() {
        LineShape shape = LineShape.of(head);
        boolean silent = switch (shape.kind()) {
            case COMMENT, MARKER -> true;
            case BLANK -> false;
            case CONTENT -> head.contains(" #") || head.endsWith(":") || column > Highlighter.LONGEST;
        };
        if (silent) {
            return Proposals.NONE;
        }
        LineShape own = shape.content() ? shape : Ancestry.empty(column);
        Found found = Ancestry.of(lines, line, own);
        if (found.inBlock()) {
            return Proposals.NONE;
        }
        if (found.opening().isPresent()) {
            return inBrackets(found, found.opening().get());
        }
        int begin = shape.content() && shape.valueColumn() >= 0 ? shape.valueColumn() : column;
        return inLines(found, own, begin);
    }

    private Proposals inBrackets(Found found, Opening opening) {
        FlowPlace flow = FlowPlace.of(CaretPlace.between(lines, opening, line, column));
        if (!flow.open()) {
            return Proposals.NONE;
        }
        List<Step> steps = new ArrayList<>(found.steps());
        steps.addAll(flow.steps());
        int lineStart = opening.line() == line ? opening.column() : 0;
        int word = column
                - Math.max(0, CaretPlace.between(lines, opening, line, column).length() - flow.word());
        int begin = Math.max(lineStart, word);
        Optional<Schema.Type> type = KeyProposals.type(steps);
        if (flow.key() && type.isPresent() && type.get() instanceof Shape shape) {
            return keys(shape, flow.used(), begin, false);
        }
        return type.map(each -> values(steps, each, begin)).orElse(Proposals.NONE);
    }

    private Proposals inLines(Found found, LineShape own, int begin) {
        Optional<Schema.Type> type = KeyProposals.type(found.steps());
        if (type.isEmpty()) {
            return Proposals.NONE;
        }
        return switch (type.get()) {
            case Shape shape -> own.hasKey() ? Proposals.NONE : keys(shape, used(found, begin), begin, true);
            case ListOf(Schema.Type element) when !own.hasKey() -> elements(element, begin);
            case ListOf(Plain element) -> wrapped(values(found.steps(), element, begin));
            case Schema.Type other ->
                own.hasKey() || !own.dashes().isEmpty() ? values(found.steps(), other, begin) : Proposals.NONE;
        };
    }

    /// Keys that stand beside the place, above and below it.
    private Set<String> used(Found found, int begin) {
        Set<String> used = new HashSet<>(found.siblings());
        for (int next = line + 1; next < lines.count(); next++) {
            LineShape shape = LineShape.of(lines.line(next));
            if (shape.content() && (shape.column() < begin || (!shape.dashes().isEmpty() && shape.column() <= begin))) {
                break;
            }
            if (shape.keyColumn() == begin) {
                used.add(shape.key());
            }
        }
        return used;
    }

    private Proposals keys(Shape shape, Set<String> used, int begin, boolean inLines) {
        String typed = head.substring(begin);
        if (typed.indexOf(' ') >= 0) {
            return Proposals.NONE;
        }
        int end = column + wordLength(tail);
        boolean colonThere = lines.line(line).startsWith(":", end);
        List<Proposal> all = KeyProposals.of(shape, used, inLines);
        return matching(
                colonThere
                        ? all.stream().map(each -> each.writing(each.label())).toList()
                        : all,
                typed,
                begin,
                end);
    }

    private static int wordLength(String text) {
        int end = 0;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    /// A new element, where its dash is still missing.
    private Proposals elements(Schema.Type element, int begin) {
        if (!(element instanceof Shape shape)) {
            return Proposals.NONE;
        }
        String label = "- " + KeyProposals.firstKey(shape).strip();
        String about = shape.keys().getFirst().doc();
        Proposal proposal = new Proposal(Proposal.Kind.KEY, label, label + " ", about, true);
        return matching(List.of(proposal), head.substring(begin), begin, column);
    }

    private Proposals values(List<Step> steps, Schema.Type type, int from) {
        int begin = from;
        if (begin < column && (head.charAt(begin) == '"' || head.charAt(begin) == '\'')) {
            begin++;
        }
        String typed = head.substring(begin);
        int end = column;
        while (end < lines.line(line).length()
                && " ,]}\"'#".indexOf(lines.line(line).charAt(end)) < 0) {
            end++;
        }
        return matching(values.at(steps, type, typed), typed, begin, end);
    }

    /// A list is begun in brackets, as the caret is behind its key.
    private static Proposals wrapped(Proposals plain) {
        return new Proposals(
                plain.all().stream()
                        .map(each -> each.writing("[" + each.insert() + "]"))
                        .toList(),
                plain.from(),
                plain.to());
    }

    /// Those that begin with what has been typed, then those that hold it.
    private static Proposals matching(List<Proposal> all, String typed, int from, int to) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Proposal> first =
                all.stream().filter(each -> lower(each).startsWith(wanted)).toList();
        List<Proposal> then = all.stream()
                .filter(each -> !lower(each).startsWith(wanted) && lower(each).contains(wanted))
                .toList();
        return new Proposals(Stream.concat(first.stream(), then.stream()).toList(), from, to);
    }

    private static String lower(Proposal proposal) {
        return proposal.label().toLowerCase(Locale.ROOT);
    }
}
