package dev.lamina.vmlaunch;

import java.util.ArrayList;
import java.util.List;

/// Failures of a boot as text for people, one under the other; without a line break at the end.
public final class BootReport {
    private static final int MOST = 5;

    private BootReport() {}

    /// The first five; empty when there is none.
    public static String of(List<BootFailure> failures) {
        if (failures.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(failures.size() == 1 ? "what failed:" : "what failed, the first cause first:");
        failures.stream().limit(MOST).forEach(failure -> add(failure, lines));
        if (failures.size() > MOST) {
            lines.add("  and " + (failures.size() - MOST) + " more");
        }
        return String.join("\n", lines);
    }

    private static void add(BootFailure failure, List<String> lines) {
        lines.add("  " + failure.component().map(name -> name + ": ").orElse("") + failure.reason());
        if (!failure.line().isEmpty()) {
            lines.add("    seen: " + failure.line());
        }
        failure.rule().ifPresent(rule -> lines.add("    rule: " + rule + " (lamina explain " + rule + ")"));
        lines.add("    fix:  " + failure.fix());
    }
}
