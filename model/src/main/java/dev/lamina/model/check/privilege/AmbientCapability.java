package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Capability;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// PRV16.
final class AmbientCapability implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV16", Severity.MEDIUM, "Ambient capability without use")
            .what("""
                    The ambient capabilities of a container have no effect, as it runs as root; or they name one that capabilities does
                    not name.""")
            .why("""
                    Ambient capabilities are those that another user than root keeps when it starts a program. Root gets everything in the
                    bounding set anyway; and LinuxKit adds ambient ones to the bounding set, so that one named only there is held by
                    root all the same, though capabilities does not tell.""")
            .fix(
                    "Take out what capabilities does not name, or name it there too; for root take out ambient as a whole.")
            .references("https://man7.org/linux/man-pages/man7/capabilities.7.html", "https://lwn.net/Articles/636533/")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        uid: 101
                        capabilities: []
                        ambient: [CAP_NET_BIND_SERVICE]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        uid: 101
                        capabilities: [CAP_NET_BIND_SERVICE]
                        ambient: [CAP_NET_BIND_SERVICE]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        EffectiveContainer spec = container.spec();
        if (spec.heldAmbient().isEmpty()) {
            return;
        }
        boolean listed = container.imageKnown()
                || container.container().spec().capabilities().isPresent();
        List<Given<String>> wider = listed ? wider(spec) : List.of();
        for (Given<String> word : wider) {
            found.accept(Report.at(
                            word.origin(),
                            "%s in ambient of %s is not in its capabilities, which do not tell all that it can hold"
                                    .formatted(word.value(), container.words()))
                    .hint("take it out, or name it in capabilities too"));
        }
        boolean root = spec.userId() == 0 && (spec.uid().origin().inDocument() || container.imageKnown());
        if (wider.isEmpty() && root) {
            Given<String> first = spec.ambient().getFirst();
            found.accept(Report.at(
                            first.origin(),
                            "ambient capabilities have no effect in %s, which runs as root"
                                    .formatted(container.words()))
                    .hint("take ambient out, or set uid to the number of another user"));
        }
    }

    private static List<Given<String>> wider(EffectiveContainer spec) {
        Set<Capability> held = spec.held();
        return spec.ambient().stream()
                .filter(word -> word.value().equalsIgnoreCase("all")
                        ? !spec.holdsAll()
                        : Capability.parse(word.value())
                                .filter(capability -> !held.contains(capability))
                                .isPresent())
                .toList();
    }
}
