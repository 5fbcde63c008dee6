package dev.lamina.model.check.network;

import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.RunFacts.Publish;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// NET03. On which addresses ports are published is not in the document, so there is no text to mend.
final class OpenRoot implements SystemCheck {
    private static final Rule RULE = Rule.of("NET03", Severity.HIGH, "Login that is open to other machines")
            .what("""
                    A port of the machine is published on more than 127.0.0.1, and leads to a login with a password or without encryption; or
                    the machine is published so, and has a console that lets everybody in as root (INSECURE=true).""")
            .why("""
                    Whoever reaches a login with a password can try passwords, and everything that is typed over telnet can be read on the
                    way. INSECURE=true is for learning on one's own computer: a machine that others reach is no such thing.""")
            .fix("Publish on 127.0.0.1, which is what lamina run does without an address. Let people log in by a key.")
            .needs(Need.RUN)
            .references(
                    "CIS Docker Benchmark 5.7 and 5.14",
                    "https://docs.kubelinter.io/#/generated/checks?id=ssh-port",
                    "https://github.com/linuxkit/linuxkit/blob/master/pkg/getty/README.md",
                    "https://man.openbsd.org/sshd_config#PasswordAuthentication")
            .example("# lamina run login.yml --publish 0.0.0.0:2222:22", "# lamina run login.yml --publish 2222:22");

    private static final String INSECURE = "INSECURE=true";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        List<Publish> open = system.facts().run().published().stream()
                .filter(port -> !port.udp() && !local(port.address()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        for (ContainerView service : system.containers(Section.SERVICES)) {
            login(service, system, open).ifPresent(found);
            console(service, open.getFirst()).ifPresent(found);
        }
    }

    private static Optional<Report> login(ContainerView service, SystemView system, List<Publish> open) {
        if (!EffectiveContainer.shared(service.spec().net())) {
            return Optional.empty();
        }
        return LoginService.of(service, system)
                .flatMap(login -> open.stream()
                        .filter(port -> port.guestPort() == login.port())
                        .findFirst()
                        .map(port -> Report.at(
                                        service.path(),
                                        "%s lets people log in %s, and other machines reach it on port %d"
                                                .formatted(service.words(), login.reason(), port.hostPort()))
                                .hint("publish 127.0.0.1:%d:%d, or allow keys only"
                                        .formatted(port.hostPort(), port.guestPort()))));
    }

    private static Optional<Report> console(ContainerView service, Publish open) {
        Given<List<String>> env = service.spec().env();
        return IntStream.range(0, env.value().size())
                .filter(i -> env.value().get(i).equals(INSECURE))
                .mapToObj(i -> Report.at(
                                env.origin().element(i),
                                "the console of %s lets everybody in as root, and other machines reach this one on port %d"
                                        .formatted(service.words(), open.hostPort()))
                        .hint("take %s out, or publish 127.0.0.1:%d:%d"
                                .formatted(INSECURE, open.hostPort(), open.guestPort())))
                .findFirst();
    }

    /// Without an address it is open on all.
    private static boolean local(String address) {
        return address.startsWith("127.") || address.equals("localhost");
    }
}
