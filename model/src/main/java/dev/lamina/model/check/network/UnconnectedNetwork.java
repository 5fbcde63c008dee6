package dev.lamina.model.check.network;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.known.Paths;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// NET04. A network of its own without an interface is a good thing for what needs no network, so it is reported only
/// of
/// services that answer on a port.
final class UnconnectedNetwork implements SystemCheck {
    private static final Rule RULE = Rule.of("NET04", Severity.WARNING, "Network with no connection")
            .what("""
                    A service that answers on a port has a network namespace of its own, and no interface is put into it. Or a container joins
                    a namespace by a path that no container makes.""")
            .why("""
                    A new network namespace has the loopback interface and nothing else. runtime.interfaces moves interfaces into it before the
                    container starts; runtime.bindNS.net gives it a path that others can join. The runtime refuses to start
                    a container that joins a path which does not exist.""")
            .fix("""
                    Give it an interface with runtime.interfaces, or let a container of onboot make the network: net: new with
                    runtime.bindNS.net. Leave net out for the system's own network.""")
            .references(
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md",
                    "https://man7.org/linux/man-pages/man7/network_namespaces.7.html",
                    "examples/two-networks.yml of Lamina")
            .example("""
                    services:
                      - name: web
                        image: lamina/httpd
                        net: /run/netns/front
                    """, """
                    onboot:
                      - name: front-network
                        image: lamina/dhcp
                        net: new
                        runtime:
                          interfaces:
                            - name: eth0
                          bindNS:
                            net: /run/netns/front
                    services:
                      - name: web
                        image: lamina/httpd
                        net: /run/netns/front
                    """);

    private static final String NAMESPACES = "/run/netns";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Set<String> made = new HashSet<>();
        boolean others = false;
        for (ContainerView container : system.containers()) {
            container
                    .spec()
                    .runtime()
                    .bindNamespaces()
                    .net()
                    .map(Networks::plain)
                    .ifPresent(made::add);
            others |= mayMake(container);
        }
        for (ContainerView container : system.containers()) {
            String net = container.spec().net().value();
            if (net.equals("new") || net.equals("none")) {
                unconnected(container, found);
            } else if (net.startsWith("/") && !others) {
                missing(container, Networks.plain(net), made, found);
            }
        }
    }

    /// Whether a container that sees the directory of the namespaces can make some with programs of its own.
    private static boolean mayMake(ContainerView container) {
        return container.spec().mounts().stream()
                .map(mount -> mount.value())
                .filter(mount -> mount.type().equals("bind"))
                .map(Mount::source)
                .anyMatch(source -> Paths.within(NAMESPACES, source) || Paths.within(source, NAMESPACES));
    }

    private static void unconnected(ContainerView container, Consumer<Report> found) {
        boolean connected = !container.spec().runtime().interfaces().isEmpty()
                || container.spec().runtime().bindNamespaces().net().isPresent();
        Ports ports = Ports.of(container);
        if (connected || container.section() != Section.SERVICES || ports.none()) {
            return;
        }
        String port = ports.told().isEmpty()
                ? ports.likely().getFirst()
                : ports.told().getFirst();
        found.accept(Report.at(
                        container.spec().net().origin(),
                        "%s answers on port %s, but its network has no interface that others reach"
                                .formatted(container.words(), port))
                .hint("give it one with runtime.interfaces, or leave net out for the system's own network"));
    }

    private static void missing(ContainerView container, String net, Set<String> made, Consumer<Report> found) {
        boolean ours = Paths.within(net, NAMESPACES);
        if (ours && !made.contains(net)) {
            found.accept(Report.at(
                            container.spec().net().origin(),
                            "%s joins the network %s, which no container makes".formatted(container.words(), net))
                    .hint("let a container of onboot make it: net: new, and runtime: {bindNS: {net: %s}}"
                            .formatted(net)));
        }
    }
}
