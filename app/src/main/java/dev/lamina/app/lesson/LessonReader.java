package dev.lamina.app.lesson;

import dev.lamina.app.lesson.Solution.Replacement;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.ExpectationReader;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.model.yaml.StrictMapping;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the file of a lesson (`docs/lessons.md` has its form). It is strict: what it does not
/// know is a problem.
public final class LessonReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MOST_STEPS = 50;
    private static final int LONGEST = 600;

    private LessonReader() {}

    /// @param id what the file is called, without its ending
    /// @throws InvalidCompositionException something in it is wrong, at its place
    public static Lesson read(String id, SourceText text) {
        StrictMapping mapping = StrictMapping.parse(text);
        if (!ID.matcher(id).matches()) {
            throw mapping.wrong(
                    "",
                    Texts.quote(id) + " cannot be the name of a lesson",
                    Optional.of("name its file with small letters, digits and \"-\""));
        }
        Lesson lesson = new Lesson(
                id,
                line(mapping, "title"),
                line(mapping, "for"),
                line(mapping, "teaches"),
                mapping.number("minutes", 1, LONGEST).orElseThrow(() -> mapping.missing("minutes")),
                mapping.mapping("run")
                        .map(LessonReader::machine)
                        .orElseGet(() -> new LessonMachine(Optional.empty(), List.of(), List.of())),
                mapping.required("begin"),
                steps(mapping));
        mapping.end();
        checkSolutions(mapping, lesson);
        return lesson;
    }

    private static String line(StrictMapping mapping, String key) {
        return mapping.required(key).strip().replaceAll("\\s+", " ");
    }

    private static LessonMachine machine(StrictMapping mapping) {
        LessonMachine machine = new LessonMachine(
                mapping.text("memory").map(text -> size(mapping, "memory", text)), ports(mapping), disks(mapping));
        mapping.end();
        return machine;
    }

    private static ByteSize size(StrictMapping mapping, String key, String text) {
        return ByteSize.parse(text)
                .filter(size -> size.bytes() > 0)
                .orElseThrow(() -> mapping.wrong(
                        key, Texts.quote(text) + " is not a size", Optional.of("write for example 256M")));
    }

    private static List<PublishedPort> ports(StrictMapping mapping) {
        List<PublishedPort> ports = new ArrayList<>();
        for (String text : mapping.texts("publish")) {
            try {
                ports.add(PublishedPort.parse(text));
            } catch (InputException e) {
                throw mapping.wrong("publish", String.valueOf(e.getMessage()), e.hint());
            }
        }
        return ports;
    }

    private static List<LessonMachine.Disk> disks(StrictMapping mapping) {
        List<LessonMachine.Disk> disks = new ArrayList<>();
        for (StrictMapping disk : mapping.mappings("disks")) {
            String file = disk.required("file");
            if (!FILE_NAME.matcher(file).matches()) {
                throw disk.wrong(
                        "file",
                        Texts.quote(file) + " is no name of a file beside the document",
                        Optional.of("write for example data.img"));
            }
            disks.add(new LessonMachine.Disk(file, size(disk, "size", disk.required("size"))));
            disk.end();
        }
        return disks;
    }

    private static List<LessonStep> steps(StrictMapping mapping) {
        List<StrictMapping> steps = mapping.mappings("steps");
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw mapping.wrong("steps", "a lesson has 1 to " + MOST_STEPS + " steps", Optional.empty());
        }
        return steps.stream().map(LessonReader::step).toList();
    }

    private static LessonStep step(StrictMapping mapping) {
        List<Expectation> checks = ExpectationReader.read(mapping, "check");
        if (checks.isEmpty()) {
            throw mapping.wrong(
                    "check", "nothing tells when this step is done", Optional.of("write what is to be so under check"));
        }
        LessonStep step = new LessonStep(
                line(mapping, "title"),
                mapping.required("text").strip(),
                mapping.required("hint").strip(),
                place(mapping),
                mapping.number("boots", 1, 3).orElse(1),
                checks,
                new Solution(replacements(mapping), mapping.texts("type")));
        mapping.end();
        return step;
    }

    private static LessonStep.Place place(StrictMapping mapping) {
        String at = mapping.text("at").orElse("document");
        return switch (at) {
            case "document" -> LessonStep.Place.DOCUMENT;
            case "console" -> LessonStep.Place.CONSOLE;
            default ->
                throw mapping.wrong(
                        "at", Texts.quote(at) + " is no place to work in", Optional.of("known are document, console"));
        };
    }

    private static List<Replacement> replacements(StrictMapping mapping) {
        List<Replacement> replacements = new ArrayList<>();
        for (StrictMapping each : mapping.mappings("solution")) {
            replacements.add(new Replacement(
                    each.text("find").orElse(""), each.text("put").orElse("")));
            each.end();
        }
        return replacements;
    }

    /// A solution that does not fit the text of the step before would leave the learner alone.
    private static void checkSolutions(StrictMapping mapping, Lesson lesson) {
        for (int step = 1; step <= lesson.steps().size(); step++) {
            try {
                lesson.text(step);
            } catch (IllegalArgumentException e) {
                throw mapping.wrong(
                        "steps",
                        "the solution of step " + step + " does not fit the text: "
                                + Texts.shorten(String.valueOf(e.getMessage())),
                        Optional.of("what is to be found must be in the text once"));
            }
        }
    }
}
