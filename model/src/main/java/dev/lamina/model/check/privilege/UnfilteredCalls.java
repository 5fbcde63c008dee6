package dev.lamina.model.check.privilege;

import dev.lamina.model.SeccompChoice;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Arch;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// PRV18.
final class UnfilteredCalls implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV18", Severity.INFO, "All system calls")
            .what("A container may make every system call: it has no seccomp profile.")
            .why("""
                    The kernel has several hundred system calls, and a program uses some dozens. A profile takes away those that ordinary
                    programs never need, and with them many of the kernel's errors. LinuxKit has no key for a profile, and no container a
                    profile of AppArmor or SELinux.""")
            .fix(
                    "Set the annotation dev.lamina.seccomp: default. Lamina then writes its own profile into the container.")
            .withQuickFix()
            .needs(Need.IMAGE_CONFIG)
            .references(
                    "CIS Docker Benchmark 5.2, 5.3 and 5.22",
                    "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
                    "https://www.kernel.org/doc/html/latest/userspace-api/seccomp_filter.html",
                    "https://github.com/linuxkit/linuxkit/issues/1176",
                    "https://github.com/linuxkit/linuxkit/issues/108")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        annotations:
                          dev.lamina.seccomp: default
                    """);

    /// Those that there is a profile for.
    private static final Set<Arch> PROFILES = EnumSet.of(Arch.AMD64, Arch.ARM64);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Given<String> seccomp = container.spec().seccomp();
        if (seccomp.value().equals(SeccompChoice.DEFAULT.text())
                || !PROFILES.contains(container.facts().arch())
                || !Labels.settle(seccomp.origin(), container)) {
            return;
        }
        Report report = Report.at(seccomp.origin(), "%s may make every system call".formatted(container.words()))
                .hint("set the annotation %s: default".formatted(SeccompChoice.ANNOTATION));
        // Who wrote unconfined had a reason.
        found.accept(
                seccomp.origin().inDocument()
                        ? report
                        : report.fix(
                                "Set %s: default".formatted(SeccompChoice.ANNOTATION),
                                new Edit.Set(container.path("annotations"), annotations(container))));
    }

    /// All of them, as those of the document replace those of the label.
    private static Map<String, String> annotations(ContainerView container) {
        Map<String, String> all =
                new LinkedHashMap<>(container.spec().annotations().value());
        all.put(SeccompChoice.ANNOTATION, SeccompChoice.DEFAULT.text());
        return all;
    }
}
