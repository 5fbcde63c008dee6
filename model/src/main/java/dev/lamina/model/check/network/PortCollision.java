package dev.lamina.model.check.network;

import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// NET01. Sure are ports of command lines, and twice the same; what images declare may be configured otherwise.
final class PortCollision implements SystemCheck {
    private static final Rule RULE = Rule.of("NET01", Severity.ERROR, "Two services on one port")
            .what("""
                    Two services of one network namespace answer on the same port. It is an error when their command lines say so, or when they
                    are the same image with the same settings; a warning when it is the port that both images use as delivered.""")
            .why("""
                    net is the system's own namespace unless a container says otherwise, so all services share their ports. The second one that
                    listens is told "Address already in use", ends, and LinuxKit does not start it again.""")
            .fix("Give one of them another port, or a network of its own with net: new.")
            .references(
                    "https://man7.org/linux/man-pages/man2/bind.2.html",
                    "https://github.com/linuxkit/linuxkit/issues/4121",
                    "docs/known-images.md of Lamina")
            .example("""
                    services:
                      - name: one
                        image: lamina/httpd
                        command: [/bin/httpd, -f, -p, "8080", -h, /var/www]
                      - name: two
                        image: lamina/httpd
                        command: [/bin/httpd, -f, -p, "8080", -h, /srv]
                    """, """
                    services:
                      - name: one
                        image: lamina/httpd
                        command: [/bin/httpd, -f, -p, "8080", -h, /var/www]
                      - name: two
                        image: lamina/httpd
                        command: [/bin/httpd, -f, -p, "8081", -h, /srv]
                    """);

    /// A port of a service.
    private record Listener(ContainerView container, String port, boolean told) {}

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Map<String, Listener> first = new HashMap<>();
        for (ContainerView container : system.containers(Section.SERVICES)) {
            Optional<String> network = Networks.of(container);
            if (network.isPresent()) {
                for (Listener listener : listeners(container)) {
                    @Nullable Listener other = first.putIfAbsent(network.get() + " " + listener.port(), listener);
                    if (other != null) {
                        found.accept(report(other, listener));
                    }
                }
            }
        }
    }

    private static List<Listener> listeners(ContainerView container) {
        Ports ports = Ports.of(container);
        List<Listener> listeners = new ArrayList<>();
        ports.told().stream().distinct().forEach(port -> listeners.add(new Listener(container, port, true)));
        ports.likely().stream().distinct().forEach(port -> listeners.add(new Listener(container, port, false)));
        return listeners;
    }

    private static Report report(Listener first, Listener second) {
        boolean sure = first.told() && second.told() || same(first.container(), second.container());
        boolean inDocument =
                second.told() && second.container().spec().command().origin().inDocument();
        // That both are there is the author's doing, also when one is a built-in component.
        Origin place = new Origin(
                Origin.Kind.DOCUMENT,
                second.container().path(inDocument ? "command" : "image"),
                second.container().words());
        Report report = Report.at(
                        place,
                        "%s answers on port %s, as %s does in the same network%s"
                                .formatted(
                                        second.container().words(),
                                        second.port(),
                                        first.container().words(),
                                        sure ? "" : ", unless they are configured otherwise"))
                .hint("give one of them another port, or a network of its own with net: new");
        return sure ? report : report.severity(Severity.WARNING);
    }

    /// Whether everything that could give one of them another port is the same.
    private static boolean same(ContainerView one, ContainerView other) {
        return one.ref().equals(other.ref())
                && one.spec().command().value().equals(other.spec().command().value())
                && one.spec().env().value().equals(other.spec().env().value())
                && mounts(one).equals(mounts(other));
    }

    private static Set<String> mounts(ContainerView container) {
        return Stream.of(container.spec().mounts())
                .flatMap(List::stream)
                .map(Given::value)
                .map(mount -> mount.source() + " " + mount.destination())
                .collect(Collectors.toSet());
    }
}
