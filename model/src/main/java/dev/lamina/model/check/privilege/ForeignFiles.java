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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// PRV07.
final class ForeignFiles implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV07", Severity.HIGH, "Files of others")
            .what("""
                    A container holds CAP_DAC_READ_SEARCH and has some directory of the system; or it holds CAP_DAC_OVERRIDE and can write
                    a directory of the system. Directories below /var other than those of the system itself are taken for its data: there
                    it is a medium finding, and none when the image is known to need the capability.""")
            .why("""
                    With CAP_DAC_READ_SEARCH a program opens files by their number (open_by_handle_at) on the file system that the bind
                    comes from, so it reads all of it and not only the directory. With CAP_DAC_OVERRIDE it reads and writes each file below
                    the directory, whoever it belongs to.""")
            .fix("Drop the capability: a file that belongs to the user of the container needs none. Or bind read-only.")
            .references(
                    "https://man7.org/linux/man-pages/man2/open_by_handle_at.2.html",
                    "https://man7.org/linux/man-pages/man7/capabilities.7.html",
                    "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline")
            .example("""
                    services:
                      - name: backup
                        image: backup:1
                        capabilities: [CAP_DAC_READ_SEARCH]
                        binds: ["/etc:/backup/etc:ro"]
                    """, """
                    services:
                      - name: backup
                        image: backup:1
                        capabilities: []
                        binds: ["/etc:/backup/etc:ro"]
                    """);

    /// Small files that are bound everywhere; root may write them without the capability.
    private static final Set<String> COMMON = Set.of("/etc/resolv.conf", "/etc/hosts", "/etc/localtime");

    private static final Set<String> OF_SYSTEM = Set.of("/var/run", "/var/log", "/var/lib/containerd");

    private final NeededCapabilities needed;

    ForeignFiles(NeededCapabilities needed) {
        this.needed = needed;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        List<HostBind> binds = HostBind.of(container);
        Grants.named(container, Capability.DAC_READ_SEARCH)
                .filter(word -> !binds.isEmpty())
                .map(word -> Report.at(
                                origin(word, binds),
                                "%s can read every file of the system: it has CAP_DAC_READ_SEARCH and binds %s"
                                        .formatted(container.words(), sources(binds)))
                        .hint("drop CAP_DAC_READ_SEARCH"))
                .ifPresent(found);
        List<HostBind> written = binds.stream()
                .filter(bind -> bind.writable() && !COMMON.contains(bind.source()))
                .toList();
        if (!written.isEmpty()) {
            Grants.named(container, Capability.DAC_OVERRIDE)
                    .ifPresent(word -> override(container, word, written, found));
        }
    }

    private void override(ContainerView container, Given<String> word, List<HostBind> written, Consumer<Report> found) {
        Report report = Report.at(
                        origin(word, written),
                        "%s can change files of others: it has CAP_DAC_OVERRIDE and can write to %s"
                                .formatted(container.words(), sources(written)))
                .hint("drop CAP_DAC_OVERRIDE, or append \":ro\" to the bind");
        if (!written.stream().allMatch(ForeignFiles::data)) {
            found.accept(report);
        } else if (!needed.of(container).orElse(Set.of()).contains(Capability.DAC_OVERRIDE)) {
            found.accept(report.severity(Severity.MEDIUM));
        }
    }

    /// Whether it is where a system keeps data of services, and nothing else.
    static boolean data(HostBind bind) {
        return bind.source().startsWith("/var/") && OF_SYSTEM.stream().noneMatch(bind::within);
    }

    private static Origin origin(Given<String> word, List<HostBind> binds) {
        return word.origin().inDocument()
                ? word.origin()
                : binds.stream()
                        .map(HostBind::origin)
                        .filter(Origin::inDocument)
                        .findFirst()
                        .orElse(word.origin());
    }

    private static String sources(List<HostBind> binds) {
        return binds.stream().map(HostBind::source).distinct().sorted().collect(Collectors.joining(", "));
    }
}
