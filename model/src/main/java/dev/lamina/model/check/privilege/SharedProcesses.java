package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import java.util.function.Consumer;

/// PRV14.
final class SharedProcesses implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV14", Severity.HIGH, "Shares all processes")
            .what("A service shares the process namespace of the system: pid: host.")
            .why("""
                    It sees the processes of all containers with their arguments and environment, and as root it may signal them: by
                    /proc/PID/root it also reaches their files. LinuxKit gives each container processes of its own by default.""")
            .fix("Remove pid: host. Programs that report on the whole system need it; they should hold no capability.")
            .references(
                    "CIS Docker Benchmark 5.16",
                    "https://docs.kubelinter.io/#/generated/checks?id=host-pid",
                    "https://man7.org/linux/man-pages/man7/pid_namespaces.7.html")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        pid: host
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Given<String> pid = container.spec().pid();
        if (!container.runsOnce() && EffectiveContainer.shared(pid)) {
            found.accept(Report.at(
                            pid.origin(),
                            "%s sees all processes of the system: pid is %s".formatted(container.words(), pid.value()))
                    .hint(
                            pid.origin().inDocument()
                                    ? "remove it, unless the program reports on the whole system"
                                    : "write pid: new, unless the program reports on the whole system"));
        }
    }
}
