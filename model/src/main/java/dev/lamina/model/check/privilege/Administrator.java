package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.value.Capability;
import java.util.function.Consumer;

/// PRV02.
final class Administrator implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV02", Severity.HIGH, "CAP_SYS_ADMIN")
            .what(
                    "A service holds CAP_SYS_ADMIN. In onboot and onshutdown it is a medium finding: they run once, and end.")
            .why("""
                    Its manual page calls it the new root: it mounts file systems, enters namespaces, and much else that a name of its own
                    would hide. systemd-analyze security gives it the highest weight of all capabilities.""")
            .fix("""
                    Ask for the narrower one: CAP_BPF, CAP_PERFMON, CAP_SYSLOG, CAP_SYS_RESOURCE, CAP_CHECKPOINT_RESTORE. Or do this part of
                    the work in a container of onboot, which ends before anybody can reach it.""")
            .references(
                    "https://man7.org/linux/man-pages/man7/capabilities.7.html#NOTES",
                    "https://github.com/systemd/systemd/blob/main/src/analyze/analyze-security.c",
                    "CIS Docker Benchmark 5.4")
            .example("""
                    services:
                      - name: disks
                        image: disks:1
                        capabilities: [CAP_SYS_ADMIN]
                    """, """
                    onboot:
                      - name: mount
                        image: lamina/mount
                    services:
                      - name: disks
                        image: disks:1
                        capabilities: []
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Grants.named(container, Capability.SYS_ADMIN)
                .map(word -> Report.at(
                                word.origin(),
                                "%s holds CAP_SYS_ADMIN, with which it can mount file systems and enter namespaces"
                                        .formatted(container.words()))
                        .hint(hint(container)))
                .map(report -> container.runsOnce() ? report.severity(Severity.MEDIUM) : report)
                .ifPresent(found);
    }

    private static String hint(ContainerView container) {
        String narrow = "ask for a narrower one, such as CAP_BPF, CAP_PERFMON, CAP_SYSLOG or CAP_SYS_RESOURCE";
        return container.runsOnce() ? narrow : narrow + ", or do this work in onboot";
    }
}
