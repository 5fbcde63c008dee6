package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.value.Capability;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// PRV01.
final class AllCapabilities implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV01", Severity.HIGH, "All capabilities")
            .what("A container has every capability of Linux, 41 of them.")
            .why("""
                    Root with all capabilities is root of the machine: it loads modules, mounts disks and looks into every process. Docker
                    gives 14 by default, and the baseline of Kubernetes allows 13.""")
            .fix("""
                    Name those that the program needs. Start it with capabilities: [], and add what its messages and its documentation ask
                    for. When the label of the image asks for a shorter list, the fix writes that.""")
            .withQuickFix()
            .references(
                    "CIS Docker Benchmark 5.4 (Linux kernel capabilities are restricted) and 5.5 (no privileged containers)",
                    "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
                    "https://man7.org/linux/man-pages/man7/capabilities.7.html")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        capabilities: [all]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        capabilities: [CAP_CHOWN, CAP_NET_BIND_SERVICE, CAP_SETGID, CAP_SETUID]
                    """);

    private static final String HINT =
            "name those that it needs: begin with capabilities: [], and add what its messages and documentation ask for";

    /// What ordinary services need: other capabilities are a matter for a person, and rules of their own.
    private static final Set<Capability> ORDINARY = EnumSet.of(
            Capability.AUDIT_WRITE,
            Capability.CHOWN,
            Capability.DAC_OVERRIDE,
            Capability.FOWNER,
            Capability.FSETID,
            Capability.KILL,
            Capability.NET_BIND_SERVICE,
            Capability.SETFCAP,
            Capability.SETGID,
            Capability.SETPCAP,
            Capability.SETUID,
            Capability.SYS_CHROOT);

    private final NeededCapabilities needed;

    AllCapabilities(NeededCapabilities needed) {
        this.needed = needed;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Grants.all(container)
                .ifPresent(word -> found.accept(mended(
                        Report.at(word.origin(), container.words() + " has all capabilities")
                                .hint(HINT),
                        container,
                        word.origin().path())));
    }

    private Report mended(Report report, ContainerView container, String path) {
        String list = container.path("capabilities");
        if (!path.equals(list + "[0]") && !path.equals(container.path("image") + ".capabilities[0]")) {
            return report;
        }
        return needed.of(container)
                .filter(capabilities -> harmless(capabilities, container))
                .map(capabilities ->
                        capabilities.stream().map(Capability::text).sorted().toList())
                .map(words -> report.hint("it needs " + words(words))
                        .fix("Ask for " + words(words) + " only", new Edit.Set(list, words)))
                .orElse(report);
    }

    private static boolean harmless(Set<Capability> capabilities, ContainerView container) {
        boolean writes = HostBind.of(container).stream().anyMatch(HostBind::writable);
        return ORDINARY.containsAll(capabilities) && !(writes && capabilities.contains(Capability.DAC_OVERRIDE));
    }

    private static String words(List<String> capabilities) {
        return capabilities.isEmpty() ? "no capability" : String.join(", ", capabilities);
    }
}
