package dev.lamina.model.expect;

import dev.lamina.model.expect.BootTest.Step;
import dev.lamina.model.expect.Expectation.OfMachine;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.StrictMapping;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the section `test` of a side file. Of each step the first thing that is wrong is told with its
/// place, and the step is left out.
public final class BootTestReader {
    private static final Pattern TIME = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)\\s?(ms|s|m)?");

    private final List<Problem> problems = new ArrayList<>();

    public List<Problem> problems() {
        return problems;
    }

    /// @param file the whole side file
    public BootTest read(StrictMapping file) {
        return tried(() -> file.mapping("test").map(this::test))
                .flatMap(read -> read)
                .orElse(BootTest.NONE);
    }

    private BootTest test(StrictMapping test) {
        Optional<Duration> timeout = tried(() -> time(test, "timeout")).flatMap(read -> read);
        Optional<ByteSize> memory = tried(() -> memory(test)).flatMap(read -> read);
        List<Step> steps = tried(() -> test.mappings("expect")).orElse(List.of()).stream()
                .flatMap(step -> tried(() -> step(step)).stream())
                .toList();
        tried(() -> {
            test.end();
            return test;
        });
        return new BootTest(timeout, memory, steps);
    }

    private <T> Optional<T> tried(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidCompositionException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static Step step(StrictMapping mapping) {
        Expectation expectation = ExpectationReader.ofMachine(mapping);
        Optional<Duration> within = time(mapping, "within");
        mapping.end();
        return switch (expectation) {
            case OfMachine ofMachine -> new Step(ofMachine, within);
            case Expectation.OfDocument ofDocument ->
                throw mapping.wrong(
                        "",
                        "a machine does not tell whether " + ofDocument.words(),
                        Optional.of("'lamina validate' and 'lamina resolve' look at the text of a system"));
        };
    }

    /// A plain number is seconds.
    private static Optional<Duration> time(StrictMapping mapping, String key) {
        return mapping.text(key).map(text -> {
            Matcher form = TIME.matcher(text);
            Duration time = form.matches() ? time(form) : Duration.ZERO;
            if (time.isZero()) {
                throw mapping.wrong(
                        key, Texts.quote(text) + " is not a time", Optional.of("write for example 30s, 500ms or 2m"));
            }
            return time;
        });
    }

    private static Duration time(Matcher form) {
        String unit = form.group(2) == null ? "s" : form.group(2);
        long millis = switch (unit) {
            case "ms" -> 1;
            case "m" -> 60_000;
            default -> 1000;
        };
        return Duration.ofMillis(new BigDecimal(form.group(1))
                .multiply(BigDecimal.valueOf(millis))
                .longValue());
    }

    /// A plain number is MiB, as on the command line.
    private static Optional<ByteSize> memory(StrictMapping test) {
        return test.text("memory")
                .map(text -> ByteSize.parse(text.matches("[0-9]+") ? text + "M" : text)
                        .filter(size -> size.bytes() > 0)
                        .orElseThrow(() -> test.wrong(
                                "memory",
                                Texts.quote(text) + " is not a size of memory",
                                Optional.of("write for example 512M or 1G"))));
    }
}
