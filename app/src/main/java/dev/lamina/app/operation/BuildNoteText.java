package dev.lamina.app.operation;

import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.operation.BuildNote.StepNote;
import dev.lamina.app.operation.BuildNote.Written;
import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A note of a build as text: a word in front of each line, and tabs between the values that follow.
final class BuildNoteText {
    private static final String FORM = "lamina build 1";

    private BuildNoteText() {}

    static String write(BuildNote note) {
        List<String> lines = new ArrayList<>(List.of(FORM));
        note.subject().documents().forEach(document -> add(lines, "document", document));
        add(lines, "begun", note.begun());
        add(lines, "took", note.took().toMillis());
        add(lines, "outcome", note.outcome());
        add(lines, "message", note.message());
        add(lines, "name", note.name());
        add(lines, "arch", note.arch());
        note.formats().forEach(format -> add(lines, "format", format));
        note.steps()
                .forEach(step -> add(
                        lines, "step", step.kind(), step.ending(), step.took().toMillis(), step.bytes(), step.label()));
        note.sizes().rows().forEach(row -> add(lines, "size", row.files(), row.bytes(), row.stored(), row.component()));
        note.files().forEach(file -> add(lines, "file", file.size(), file.sha256(), file.file()));
        note.listing().ifPresent(listing -> add(lines, "listing", listing));
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, String word, Object... values) {
        StringBuilder line = new StringBuilder(word);
        for (Object value : values) {
            line.append('\t').append(escaped(value.toString()));
        }
        lines.add(line.toString());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /// Empty for what is no note of this version.
    static Optional<BuildNote> read(String text) {
        List<String> lines = Arrays.asList(text.split("\n"));
        try {
            return lines.getFirst().equals(FORM) ? Optional.of(new Reader(lines).note()) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // numbers that are none, words that nobody knows: it was written by somebody else
        }
    }

    private record Reader(List<String> lines) {
        BuildNote note() {
            return new BuildNote(
                    new BuildSubject(all("document").stream()
                            .map(values -> values.get(0))
                            .toList()),
                    Instant.parse(one("begun")),
                    Duration.ofMillis(Long.parseLong(one("took"))),
                    Outcome.valueOf(one("outcome")),
                    one("message"),
                    one("name"),
                    Arch.parse(one("arch")).orElseThrow(),
                    all("format").stream().map(values -> values.get(0)).toList(),
                    all("step").stream().map(Reader::step).toList(),
                    new SizeReport(all("size").stream().map(Reader::row).toList()),
                    all("file").stream().map(Reader::file).toList(),
                    all("listing").stream()
                            .map(values -> Digest.parse(values.get(0)))
                            .findFirst());
        }

        private String one(String word) {
            return all(word).getFirst().getFirst();
        }

        private List<List<String>> all(String word) {
            return lines.stream()
                    .filter(line -> line.startsWith(word + "\t"))
                    .map(line -> Arrays.stream(line.split("\t", -1))
                            .skip(1)
                            .map(String::translateEscapes)
                            .toList())
                    .toList();
        }

        private static StepNote step(List<String> values) {
            return new StepNote(
                    StepNote.Kind.valueOf(values.get(0)),
                    values.get(4),
                    Ending.valueOf(values.get(1)),
                    Duration.ofMillis(Long.parseLong(values.get(2))),
                    Long.parseLong(values.get(3)));
        }

        private static SizeReport.Row row(List<String> values) {
            return new SizeReport.Row(
                    values.get(3),
                    Long.parseLong(values.get(0)),
                    Long.parseLong(values.get(1)),
                    Long.parseLong(values.get(2)));
        }

        private static Written file(List<String> values) {
            return new Written(Path.of(values.get(2)), Long.parseLong(values.get(0)), Digest.parse(values.get(1)));
        }
    }
}
