package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.value.Capability;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// PRV05.
final class KernelCode implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV05", Severity.HIGH, "Can change the kernel's code")
            .what("""
                A service holds CAP_SYS_MODULE, or can write /lib/modules of the system, or all of /lib. In onboot and onshutdown it is a medium
                finding: they run once, and end.\
                """)
            .why("""
                A module is code of the kernel: who loads one, or changes one that is loaded later, has no limits at all.\
                """)
            .fix("""
                Load modules in a container of onboot, such as lamina/modprobe, with /lib/modules read-only. The kernel also loads
                many by itself when they are needed.\
                """)
            .references(
                    "https://man7.org/linux/man-pages/man2/init_module.2.html",
                    "https://man7.org/linux/man-pages/man7/capabilities.7.html",
                    "CIS Docker Benchmark 5.4 and 5.6")
            .example("""
                services:
                  - name: vpn
                    image: vpn:1
                    capabilities: [CAP_NET_ADMIN, CAP_SYS_MODULE]
                    binds: ["/lib/modules:/lib/modules"]
                """, """
                onboot:
                  - name: modprobe
                    image: lamina/modprobe
                    command: [modprobe, wireguard]
                services:
                  - name: vpn
                    image: vpn:1
                    capabilities: [CAP_NET_ADMIN]
                """);

    private static final List<String> MODULES = List.of("/lib/modules", "/usr/lib/modules");
    private static final Set<String> AROUND = Set.of("/lib", "/usr/lib");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Grants.named(container, Capability.SYS_MODULE)
                .map(word -> Report.at(
                                word.origin(),
                                "%s holds CAP_SYS_MODULE: it can load code into the kernel"
                                        .formatted(container.words()))
                        .hint("load the modules in onboot, with lamina/modprobe"))
                .map(report -> graded(report, container))
                .ifPresent(found);
        HostBind.of(container).stream()
                .filter(bind -> bind.writable() && holdsModules(bind))
                .map(bind -> Report.at(
                                bind.origin(),
                                "%s can write %s of the system, and with it code of the kernel"
                                        .formatted(container.words(), bind.source()))
                        .hint("append \":ro\""))
                .map(report -> graded(report, container))
                .forEach(found);
    }

    private static boolean holdsModules(HostBind bind) {
        return MODULES.stream().anyMatch(bind::within) || AROUND.contains(bind.source());
    }

    private static Report graded(Report report, ContainerView container) {
        return container.runsOnce() ? report.severity(Severity.MEDIUM) : report;
    }
}
