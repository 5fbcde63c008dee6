package dev.lamina.model.check.kernel;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// KRN04.
final class ForeignSysctl implements ContainerCheck {
    private static final Rule RULE = Rule.of("KRN04", Severity.ERROR, "Kernel setting of the whole system")
            .what("""
                    sysctl of a container names a setting that belongs to the whole system, or to a namespace that the container shares with
                    it.""")
            .why("""
                    Only the settings of a container's own namespaces can be set for it: net.* of a network, kernel.msg*, kernel.sem,
                    kernel.shm* and fs.mqueue.* of ipc, kernel.domainname of uts. runc and crun refuse to start the container with any
                    other. By default the container shares all three.""")
            .fix("""
                    Give it the namespace (net: new, ipc: new, uts: new), or set the value for the system: in a file in etc/sysctl.d, which
                    the sysctl container of onboot reads.""")
            .references(
                    "https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go",
                    "https://docs.kubelinter.io/#/generated/checks?id=unsafe-sysctls",
                    "https://man7.org/linux/man-pages/man7/namespaces.7.html")
            .example("""
                    services:
                      - name: db
                        image: redis:7
                        sysctl: {vm.overcommit_memory: "1"}
                    """, """
                    services:
                      - name: db
                        image: redis:7
                        ipc: new
                        sysctl: {kernel.shmmax: "67108864"}
                    """);

    private static final Set<String> OF_IPC = Set.of(
            "kernel.msgmax",
            "kernel.msgmnb",
            "kernel.msgmni",
            "kernel.sem",
            "kernel.shmall",
            "kernel.shmmax",
            "kernel.shmmni",
            "kernel.shm_rmid_forced");

    private static final String TO_SYSTEM =
            "set it for the system, in a file in etc/sysctl.d and the sysctl container of" + " onboot";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Given<Map<String, String>> settings = container.spec().sysctl();
        for (String name : settings.value().keySet().stream().sorted().toList()) {
            wrong(dotted(name), container.spec(), container.imageKnown())
                    .ifPresent(wrong -> found.accept(Report.at(
                                    settings.origin().key(name),
                                    "%s sets %s, which %s"
                                            .formatted(container.words(), Texts.shorten(name), wrong.words()))
                            .hint(wrong.hint())));
        }
    }

    private record Wrong(String words, String hint) {}

    private static Optional<Wrong> wrong(String name, EffectiveContainer spec, boolean imageKnown) {
        if (name.startsWith("net.")) {
            return needs("net", spec.net(), imageKnown, "belongs to the network that it shares with the system");
        }
        if (OF_IPC.contains(name) || name.startsWith("fs.mqueue.")) {
            return needs("ipc", spec.ipc(), imageKnown, "belongs to the ipc namespace that it shares with the system");
        }
        if (name.equals("kernel.domainname")) {
            return needs("uts", spec.uts(), imageKnown, "belongs to the uts namespace that it shares with the system");
        }
        if (name.equals("kernel.hostname")) {
            return Optional.of(new Wrong("is not set in this way", "write hostname, and uts: new"));
        }
        return Optional.of(new Wrong("belongs to the whole system", TO_SYSTEM));
    }

    /// A label that is not known may give the container its own namespace.
    private static Optional<Wrong> needs(String key, Given<String> namespace, boolean imageKnown, String words) {
        boolean unknown = namespace.origin().kind() == Origin.Kind.DEFAULT && !imageKnown;
        return EffectiveContainer.shared(namespace) && !unknown
                ? Optional.of(new Wrong(words, "write %s: new, or %s".formatted(key, TO_SYSTEM)))
                : Optional.empty();
    }

    /// `net.ipv4.conf.eth0/1.forwarding` of `net/ipv4/conf/eth0.1/forwarding`: the first separator decides.
    private static String dotted(String name) {
        int dot = name.indexOf('.');
        int slash = name.indexOf('/');
        return slash >= 0 && (dot < 0 || slash < dot)
                ? name.replace('.', '\0').replace('/', '.').replace('\0', '/')
                : name;
    }
}
