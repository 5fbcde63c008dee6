package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Capability;
import java.util.function.Consumer;

/// PRV04.
final class ForeignProcesses implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV04", Severity.CRITICAL, "Can change any process")
            .what("""
                    A service holds CAP_SYS_PTRACE or all capabilities, and shares the process namespace of the system. In onboot and
                    onshutdown it is a high finding.""")
            .why("""
                    It sees all processes, the init too, and can write code into each of them: what any of them may do, it may do. Each of
                    the two alone does not reach that far.""")
            .fix("Drop one of the two: pid: host, or the capability.")
            .references(
                    "https://man7.org/linux/man-pages/man2/ptrace.2.html",
                    "https://man7.org/linux/man-pages/man7/pid_namespaces.7.html",
                    "CIS Docker Benchmark 5.16")
            .example("""
                    services:
                      - name: trace
                        image: trace:1
                        pid: host
                        capabilities: [CAP_SYS_PTRACE]
                    """, """
                    services:
                      - name: trace
                        image: trace:1
                        capabilities: [CAP_SYS_PTRACE]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Given<String> pid = container.spec().pid();
        if (EffectiveContainer.shared(pid)) {
            Grants.any(container, Capability.SYS_PTRACE)
                    .map(word -> Report.at(
                                    pid.origin().inDocument() ? pid.origin() : word.origin(),
                                    "%s can change any process: it has %s and sees all processes of the system"
                                            .formatted(container.words(), Grants.words(word, container)))
                            .hint("drop one of the two, pid: %s or the capability".formatted(pid.value())))
                    .map(report -> container.runsOnce() ? report.severity(Severity.HIGH) : report)
                    .ifPresent(found);
        }
    }
}
