package dev.lamina.app.cli;

import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.StepResult.Failed;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.operation.StepResult.Skipped;
import dev.lamina.app.operation.TestReport;
import dev.lamina.vmlaunch.BootFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Boot tests for programs.
final class TestJson {
    private TestJson() {}

    static Map<String, Object> of(TestReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", report.subject());
        object.put("passed", report.passed());
        object.put("accelerator", report.accelerator());
        object.put("seconds", Seconds.number(report.took()));
        object.put("steps", report.steps().stream().map(TestJson::step).toList());
        object.put("ended", report.end());
        if (!report.passed()) {
            object.put(
                    "failures",
                    report.failures().stream().map(TestJson::failure).toList());
            object.put("lastLines", report.lastLines());
            object.put("consoleLog", report.log());
        }
        return object;
    }

    /// Why is told on standard error, too.
    static Map<String, Object> of(Tested.Broken broken) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", broken.file());
        object.put("passed", false);
        object.put("error", String.valueOf(broken.problem().getMessage()));
        return object;
    }

    private static Map<String, Object> step(StepResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("check", result.step().words());
        switch (result.result()) {
            case Passed() -> object.put("result", "passed");
            case Failed(String found) -> {
                object.put("result", "failed");
                object.put("found", found);
            }
            case Skipped(String reason) -> {
                object.put("result", "skipped");
                object.put("reason", reason);
            }
        }
        object.put("seconds", Seconds.number(result.took()));
        return object;
    }

    /// As `lamina run --until` has it.
    static Map<String, Object> failure(BootFailure failure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("signature", failure.signature());
        object.put("component", failure.component());
        object.put("line", failure.line());
        object.put("reason", failure.reason());
        object.put("rule", failure.rule());
        object.put("fix", failure.fix());
        object.put("fatal", failure.fatal());
        return object;
    }

    static Map<String, Object> summary(List<Tested> all, Duration took) {
        long broken = all.stream().filter(Tested.Broken.class::isInstance).count();
        long passed = all.stream().filter(tested -> tested.exitCode() == 0).count();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("systems", all.size());
        object.put("passed", passed);
        object.put("failed", all.size() - passed - broken);
        object.put("broken", broken);
        object.put("seconds", Seconds.number(took));
        return Map.of("summary", object);
    }
}
