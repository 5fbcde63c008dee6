package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.value.Capability;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// PRV08.
final class SystemNetwork implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV08", Severity.MEDIUM, "Can change the system's network")
            .what("A service holds CAP_NET_ADMIN or CAP_NET_RAW, and shares the network namespace of the system.")
            .why("""
                    It can re-route the traffic of all other services, open the firewall, or send packets in their name. A network
                    namespace of its own would keep that to itself.""")
            .fix("Give it a network of its own (net: new), or set up the network once, in onboot.")
            .references(
                    "https://docs.kubelinter.io/#/generated/checks?id=drop-net-raw-capability",
                    "https://man7.org/linux/man-pages/man7/network_namespaces.7.html",
                    "CIS Docker Benchmark 5.10")
            .example("""
                    services:
                      - name: ping
                        image: ping:1
                        capabilities: [CAP_NET_RAW]
                    """, """
                    services:
                      - name: ping
                        image: ping:1
                        net: new
                        capabilities: [CAP_NET_RAW]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        if (container.runsOnce() || !EffectiveContainer.shared(container.spec().net())) {
            return;
        }
        for (Capability capability : List.of(Capability.NET_ADMIN, Capability.NET_RAW)) {
            Grants.named(container, capability)
                    .map(word -> Report.at(
                                    word.origin(),
                                    "%s holds %s in the network of the system: it can %s"
                                            .formatted(container.words(), capability, deeds(capability)))
                            .hint("give it a network of its own with net: new, or do this in onboot"))
                    .ifPresent(found);
        }
    }

    private static String deeds(Capability capability) {
        String text = capability.explanation();
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1, text.length() - 1);
    }
}
