package dev.lamina.app.cli;

import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.StepResult.Failed;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.operation.StepResult.Skipped;
import dev.lamina.app.operation.TestReport;
import dev.lamina.vmlaunch.BootReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Boot tests for people.
record TestText(Paint paint) {
    private static final int LAST_LINES = 20;
    private static final String INDENT = " ".repeat(11);

    /// Without a line break at the end.
    String of(TestReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.title(report.subject()));
        report.steps().forEach(step -> add(step, lines));
        if (!report.passed()) {
            explain(report, lines);
        }
        lines.add(verdict(report));
        return String.join("\n", lines);
    }

    private void add(StepResult result, List<String> lines) {
        String words = result.step().words();
        switch (result.result()) {
            case Passed() ->
                lines.add("  " + paint.added("passed ") + "  " + words + "  (" + time(result.took()) + ")");
            case Failed(String found) -> {
                lines.add("  " + paint.removed("FAILED ") + "  " + words + "  (" + time(result.took()) + ")");
                if (!found.isEmpty()) {
                    lines.add(INDENT + found);
                }
            }
            case Skipped(String reason) -> {
                lines.add("  " + paint.changed("skipped") + "  " + words);
                lines.add(INDENT + reason);
            }
        }
    }

    private static void explain(TestReport report, List<String> lines) {
        String failures = BootReport.of(report.failures());
        if (!failures.isEmpty()) {
            lines.add(failures);
        }
        if (!report.lastLines().isEmpty()) {
            lines.add("last lines of the console:");
            int first = Math.max(0, report.lastLines().size() - LAST_LINES);
            report.lastLines().stream().skip(first).forEach(line -> lines.add("  | " + line));
        }
        report.log().ifPresent(log -> lines.add("all of the console: " + log));
    }

    private String verdict(TestReport report) {
        long failed = report.failed();
        long skipped = report.skipped();
        int all = report.steps().size();
        String left = skipped == 0 ? "" : ", " + skipped + " skipped";
        String verdict = failed == 0
                ? paint.added("passed") + ": " + (all - skipped) + " of " + Counts.text(all, "step")
                : paint.removed("FAILED") + ": " + failed + " of " + Counts.text(all, "step");
        return report.subject() + " " + verdict + left + " in " + time(report.took()) + " (" + report.accelerator()
                + ")";
    }

    static String time(Duration time) {
        return Bytes.seconds(time.toMillis() / 1e3);
    }

    /// Of several files.
    String summary(List<Tested> all, Duration took) {
        long passed = all.stream().filter(tested -> tested.exitCode() == 0).count();
        long broken = all.stream().filter(Tested.Broken.class::isInstance).count();
        long failed = all.size() - passed - broken;
        return "%d systems: %s, %s%s in %s"
                .formatted(
                        all.size(),
                        passed + " passed",
                        failed + " failed",
                        broken == 0 ? "" : ", " + broken + " could not be tested",
                        time(took));
    }
}
