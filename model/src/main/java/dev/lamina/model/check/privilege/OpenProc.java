package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// PRV19.
final class OpenProc implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV19", Severity.LOW, "All of /proc and /sys")
            .what("A container has no maskedPaths or no readonlyPaths.")
            .why("""
                    Some files of /proc and /sys are the system's and not the container's: root writes settings of the kernel below
                    /proc/sys, restarts the machine by /proc/sysrq-trigger and reads keys, timers and memory. Docker and containerd
                    hide or protect them in each container, LinuxKit in none.""")
            .fix("""
                    Give the usual lists. maskedPaths: [/proc/acpi, /proc/asound, /proc/kcore, /proc/keys, /proc/latency_stats,
                    /proc/sched_debug, /proc/scsi, /proc/timer_list, /proc/timer_stats, /sys/firmware]; readonlyPaths: [/proc/bus, /proc/fs,
                    /proc/irq, /proc/sys, /proc/sysrq-trigger].""")
            .needs(Need.IMAGE_CONFIG)
            .references(
                    "https://github.com/moby/moby/blob/master/oci/defaults.go",
                    "https://docs.kubelinter.io/#/generated/checks?id=unsafe-proc-mount",
                    "https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#masked-paths")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        maskedPaths: [/proc/acpi, /proc/kcore, /proc/keys, /proc/timer_list, /sys/firmware]
                        readonlyPaths: [/proc/bus, /proc/fs, /proc/irq, /proc/sys, /proc/sysrq-trigger]
                    """);

    private static final String MASKED =
            "maskedPaths: [/proc/acpi, /proc/kcore, /proc/keys, /proc/timer_list, /sys/firmware]";
    private static final String READ_ONLY =
            "readonlyPaths: [/proc/bus, /proc/fs, /proc/irq, /proc/sys, /proc/sysrq-trigger]";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Given<List<String>> masked = container.spec().maskedPaths();
        Given<List<String>> readonly = container.spec().readonlyPaths();
        List<String> missing = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        if (masked.value().isEmpty() && Labels.settle(masked.origin(), container)) {
            missing.add("maskedPaths");
            lists.add(MASKED);
        }
        if (readonly.value().isEmpty() && Labels.settle(readonly.origin(), container)) {
            missing.add("readonlyPaths");
            lists.add(READ_ONLY);
        }
        if (!missing.isEmpty()) {
            Origin origin = (missing.contains("maskedPaths") ? masked : readonly).origin();
            found.accept(Report.at(
                            origin,
                            "all of /proc and /sys is open to %s, which has no %s"
                                    .formatted(container.words(), String.join(" and no ", missing)))
                    .hint("write " + String.join(" and ", lists)));
        }
    }
}
