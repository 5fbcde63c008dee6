package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// PRV03.
final class OwnsMachine implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV03", Severity.CRITICAL, "Owns the machine")
            .what("""
                A service holds CAP_SYS_ADMIN or all capabilities, and has / or /dev of the system or all devices. In onboot and
                onshutdown it is a high finding: they run once, and end.\
                """)
            .why("""
                With the capability it can mount what the devices hold, make a read-only bind writable again, and with / it writes
                the files of every other container. Nothing is left that keeps it in.\
                """)
            .fix("""
                Split it: the part that needs the disks into a container of onboot, the part that talks to the network without them.
                Or give the exact devices and directories in place of all.\
                """)
            .references(
                    "CIS Docker Benchmark 5.5 and 5.6",
                    "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
                    "https://man7.org/linux/man-pages/man2/mount.2.html")
            .example("""
                services:
                  - name: backup
                    image: backup:1
                    capabilities: [CAP_SYS_ADMIN]
                    binds: ["/:/host"]
                """, """
                services:
                  - name: backup
                    image: backup:1
                    capabilities: []
                    binds: ["/var/data:/data:ro"]
                """);

    private static final Set<String> WIDE = Set.of("/", "/dev");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Grants.any(container, Capability.SYS_ADMIN).ifPresent(word -> {
            List<Part> parts = parts(container);
            if (!parts.isEmpty()) {
                String held = parts.stream().map(Part::words).distinct().collect(Collectors.joining(" and "));
                Report report = Report.at(
                                origin(word, parts),
                                "%s owns the machine: it has %s and %s"
                                        .formatted(container.words(), Grants.words(word, container), held))
                        .hint("split it, so that no container has both, or give it only the devices and directories"
                                + " that it needs");
                found.accept(container.runsOnce() ? report.severity(Severity.HIGH) : report);
            }
        });
    }

    private record Part(String words, Origin origin) {}

    private static List<Part> parts(ContainerView container) {
        List<Part> parts = new ArrayList<>();
        HostBind.of(container).stream()
                .filter(bind -> WIDE.contains(bind.source()))
                .map(bind -> new Part(bind.source() + " of the system", bind.origin()))
                .forEach(parts::add);
        EveryDevice.of(container).stream()
                .map(origin -> new Part("all devices", origin))
                .forEach(parts::add);
        return parts;
    }

    /// What the document itself adds is pointed at first.
    private static Origin origin(Given<String> word, List<Part> parts) {
        return parts.stream()
                .map(Part::origin)
                .filter(Origin::inDocument)
                .findFirst()
                .orElseGet(() -> word.origin());
    }
}
