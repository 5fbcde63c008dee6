package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Capability;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// PRV09.
final class UnneededCapability implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV09", Severity.MEDIUM, "Capability beyond need")
            .what("""
                    A container holds CAP_SETUID, CAP_SETGID or CAP_SETPCAP, though its image is known to need none of them; or CAP_SYS_TIME,
                    CAP_SYS_BOOT, CAP_BPF, CAP_PERFMON or CAP_AUDIT_CONTROL, and nothing is known that needs it.""")
            .why("""
                    The first let a program become any other user. The others reach beyond the container, as the clock, the power switch
                    and the kernel are the same for all, and the baseline of Kubernetes allows none of them.""")
            .fix("Drop it. When the program does need it, let the label of the image or a waiver say so.")
            .references(
                    "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
                    "https://github.com/systemd/systemd/blob/main/src/analyze/analyze-security.c",
                    "https://man7.org/linux/man-pages/man7/capabilities.7.html")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        capabilities: [CAP_NET_BIND_SERVICE, CAP_SYS_TIME]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        capabilities: [CAP_NET_BIND_SERVICE]
                    """);

    private static final Set<Capability> IDENTITY =
            EnumSet.of(Capability.SETGID, Capability.SETUID, Capability.SETPCAP);
    private static final Set<Capability> BEYOND = EnumSet.of(
            Capability.SYS_BOOT, Capability.SYS_TIME, Capability.AUDIT_CONTROL, Capability.PERFMON, Capability.BPF);

    private final NeededCapabilities needed;

    UnneededCapability(NeededCapabilities needed) {
        this.needed = needed;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Set<Capability> suspects = EnumSet.copyOf(IDENTITY);
        suspects.addAll(BEYOND);
        suspects.removeIf(capability -> !container.spec().holds(capability)
                && !container.spec().heldAmbient().contains(capability));
        if (suspects.isEmpty()) {
            return;
        }
        Optional<Set<Capability>> known = needed.of(container);
        known.ifPresentOrElse(suspects::removeAll, () -> suspects.removeAll(IDENTITY));
        for (Capability capability : suspects) {
            Grants.named(container, capability).ifPresent(word -> found.accept(report(container, word, capability)));
        }
    }

    private static Report report(ContainerView container, Given<String> word, Capability capability) {
        return IDENTITY.contains(capability)
                ? Report.at(
                                word.origin(),
                                "%s holds %s, which its image does not need".formatted(container.words(), capability))
                        .hint("drop it")
                : Report.at(
                                word.origin(),
                                "%s holds %s, which reaches beyond the container"
                                        .formatted(container.words(), capability))
                        .hint("drop it, unless its program is known to need it");
    }
}
