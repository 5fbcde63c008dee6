package dev.lamina.app.cli;

import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.StepResult.Failed;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.operation.StepResult.Skipped;
import dev.lamina.app.operation.TestReport;
import dev.lamina.vmlaunch.BootReport;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Boot tests in the XML that CI servers read: a suite for each system, a case for each step. There is no
/// standard; elements, attributes and their order are those of Ant's JUnit task, which all readers know.
final class JunitXml {
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private JunitXml() {}

    static String of(List<Tested> all) {
        JunitXml writer = new JunitXml();
        writer.suites(all);
        return writer.xml.toString();
    }

    private void suites(List<Tested> all) {
        long errors = all.stream().filter(Tested.Broken.class::isInstance).count();
        List<TestReport> reports = all.stream()
                .filter(Tested.Done.class::isInstance)
                .map(tested -> ((Tested.Done) tested).report())
                .toList();
        long tests = errors
                + reports.stream().mapToInt(report -> report.steps().size()).sum();
        long failures = reports.stream().mapToLong(TestReport::failed).sum();
        Duration time = reports.stream().map(TestReport::took).reduce(Duration.ZERO, Duration::plus);
        line(
                0,
                "<testsuites name=\"lamina test\" tests=\"%d\" failures=\"%d\" errors=\"%d\" time=\"%s\">"
                        .formatted(tests, failures, errors, seconds(time)));
        all.forEach(tested -> {
            switch (tested) {
                case Tested.Done(TestReport report) -> suite(report);
                case Tested.Broken broken -> suite(broken);
            }
        });
        line(0, "</testsuites>");
    }

    private void suite(TestReport report) {
        line(
                1,
                ("<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"%s\""
                                + " timestamp=\"%s\">")
                        .formatted(
                                escaped(report.subject()),
                                report.steps().size(),
                                report.failed(),
                                report.skipped(),
                                seconds(report.took()),
                                report.begun()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()
                                        .replace("Z", "")));
        line(2, "<properties>");
        line(3, "<property name=\"accelerator\" value=\"%s\"/>".formatted(report.accelerator()));
        line(3, "<property name=\"ended\" value=\"%s\"/>".formatted(escaped(report.end())));
        line(2, "</properties>");
        Set<String> names = new HashSet<>();
        report.steps().forEach(step -> step(report, step, names));
        line(2, "<system-out>" + escaped(String.join("\n", report.lastLines())) + "</system-out>");
        line(2, "<system-err>" + escaped(BootReport.of(report.failures())) + "</system-err>");
        line(1, "</testsuite>");
    }

    private void step(TestReport report, StepResult step, Set<String> names) {
        String open = "<testcase name=\"%s\" classname=\"%s\" time=\"%s\""
                .formatted(
                        escaped(unique(step.step().words(), names)),
                        escaped(className(report.subject())),
                        seconds(step.took()));
        switch (step.result()) {
            case Passed() -> line(2, open + "/>");
            case Failed(String found) -> {
                line(2, open + ">");
                line(
                        3,
                        "<failure message=\"%s\" type=\"expectation\">%s</failure>"
                                .formatted(escaped(found), escaped(step.step().words() + "\n" + found)));
                line(2, "</testcase>");
            }
            case Skipped(String reason) -> {
                line(2, open + ">");
                line(3, "<skipped message=\"%s\"/>".formatted(escaped(reason)));
                line(2, "</testcase>");
            }
        }
    }

    private void suite(Tested.Broken broken) {
        String message = escaped(String.valueOf(broken.problem().getMessage()));
        String kind = broken.problem().kind().name().toLowerCase(Locale.ROOT);
        line(
                1,
                "<testsuite name=\"%s\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0.000\">"
                        .formatted(escaped(broken.file())));
        line(
                2,
                "<testcase name=\"the system starts\" classname=\"%s\" time=\"0.000\">"
                        .formatted(escaped(className(broken.file()))));
        line(
                3,
                "<error message=\"%s\" type=\"%s\">%s</error>"
                        .formatted(
                                message, kind, escaped(broken.problem().hint().orElse(""))));
        line(2, "</testcase>");
        line(1, "</testsuite>");
    }

    /// Readers take two cases of one name for one.
    private static String unique(String name, Set<String> names) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + " (" + i + ")";
        }
        return unique;
    }

    /// Readers split it at dots into packages.
    private static String className(String file) {
        return file.replaceFirst("\\.ya?ml$", "").replaceAll("[/\\\\]+", ".").replaceFirst("^\\.+", "");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1e3);
    }

    /// What XML 1.0 cannot hold is shown by its number.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append((char) c);
                default -> {
                    if (fits(c)) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append("\\x%02x".formatted(c));
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean fits(int c) {
        boolean control = Character.isISOControl(c);
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !half && c != 0xfffe && c != 0xffff;
    }

    private void line(int depth, String text) {
        xml.append("  ".repeat(depth)).append(text).append('\n');
    }
}
