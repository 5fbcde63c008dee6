package dev.lamina.model.check.network;

import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.RunFacts.Publish;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// NET02. What a file says of it is mended there; of options the hint names a port that is free.
final class PublishedPort implements SystemCheck {
    private static final Rule RULE = Rule.of("NET02", Severity.ERROR, "Port of this computer that cannot be published")
            .what("""
                A port of this computer is to lead into the machine, and another program listens there, or two ports of the machine are
                published on it. It is a warning when the port is below 1024, which Linux lets only root use.\
                """)
            .why("""
                Only one program can listen on a port of an address. The hypervisor listens on each published port before the machine starts,
                and does not start it when it cannot.\
                """)
            .fix("""
                Publish on another port: the hint names the next one that is free, as far as is known. The fix writes it where the port
                stands in the side file; whether other programs listen there is looked at only for ports that are given as an option.\
                """)
            .withQuickFix()
            .references(
                    "https://man7.org/linux/man-pages/man2/bind.2.html",
                    "https://www.qemu.org/docs/master/system/invocation.html",
                    "https://docs.kernel.org/networking/ip-sysctl.html")
            .needs(Need.RUN)
            .example(
                    "# lamina run web.yml --publish 8080:80 --publish 8080:443",
                    "# lamina run web.yml --publish 8080:80 --publish 8443:443");

    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final int LAST = 65535;

    /// From ports below that, so that the new one looks like the old one: 80 becomes 8080.
    private static final int UPWARDS = 8000;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        List<Publish> published = system.facts().run().published();
        Set<Integer> used = new HashSet<>();
        published.forEach(port -> used.add(port.hostPort()));
        Map<String, Publish> seen = new HashMap<>();
        for (Publish port : published) {
            @Nullable Publish earlier = earlier(seen, port);
            if (earlier != null) {
                found.accept(report(
                        "port %s of this computer is published twice, for %d and %d"
                                .formatted(words(port), earlier.guestPort(), port.guestPort()),
                        port,
                        port.hostPort() + 1,
                        used));
            } else if (port.busy()) {
                found.accept(report(
                        "port %s of this computer is in use by another program".formatted(words(port)),
                        port,
                        port.hostPort() + 1,
                        used));
            } else if (port.hostPort() < FIRST_UNPRIVILEGED) {
                found.accept(report(
                                "port %s of this computer is below 1024: Linux lets only root publish there"
                                        .formatted(words(port)),
                                port,
                                port.hostPort() + UPWARDS,
                                used)
                        .severity(Severity.WARNING));
            }
            seen.putIfAbsent(key(port, port.address()), port);
        }
    }

    /// One that is bound to the same address, or to all.
    private static @Nullable Publish earlier(Map<String, Publish> seen, Publish port) {
        if (!port.address().isEmpty()) {
            @Nullable Publish same = seen.get(key(port, port.address()));
            return same != null ? same : seen.get(key(port, ""));
        }
        return seen.values().stream()
                .filter(other -> other.hostPort() == port.hostPort() && other.udp() == port.udp())
                .findFirst()
                .orElse(null);
    }

    private static String key(Publish port, String address) {
        return address + " " + words(port);
    }

    private static Report report(String message, Publish port, int from, Set<Integer> used) {
        int free = free(from, used);
        used.add(free);
        String instead = port.on(free);
        Report report = Report.at("", message).hint("publish %s instead".formatted(instead));
        return port.at()
                .map(place ->
                        report.span(place).fix("Publish " + instead, new Edit.Replace(place, "\"" + instead + "\"")))
                .orElse(report);
    }

    private static int free(int from, Set<Integer> used) {
        return IntStream.concat(
                        IntStream.rangeClosed(Math.max(from, FIRST_UNPRIVILEGED), LAST),
                        IntStream.rangeClosed(FIRST_UNPRIVILEGED, LAST))
                .filter(port -> !used.contains(port))
                .findFirst()
                .orElse(LAST);
    }

    private static String words(Publish port) {
        return port.hostPort() + (port.udp() ? "/udp" : "/tcp");
    }
}
