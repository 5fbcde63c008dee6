package dev.lamina.model.check.order;

import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.Given;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// ORD02. Only images that are known, with their own program.
final class EndlessOnboot implements ContainerCheck {
    private static final Rule RULE = Rule.of("ORD02", Severity.ERROR, "Container of onboot that does not end")
            .what(
                    "A container of onboot runs a program that keeps running: a server, or a client that waits for changes.")
            .why("""
                    The init starts the next container of onboot, and then the services, when the one before has ended. So the boot stays where
                    it is.""")
            .fix(
                    "Give the option that lets it end when its work is done, or move it to services. The fix adds the option.")
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md",
                    "https://man.archlinux.org/man/dhcpcd.8.en")
            .example("""
                    onboot:
                      - name: dhcpcd
                        image: linuxkit/dhcpcd:v1.0.0
                        command: ["/sbin/dhcpcd", "--nobackground", "-f", "/dhcpcd.conf"]
                    """, """
                    onboot:
                      - name: dhcpcd
                        image: linuxkit/dhcpcd:v1.0.0
                        command: ["/sbin/dhcpcd", "--nobackground", "-f", "/dhcpcd.conf", "-1"]
                    """);

    /// Images with an option that lets them end, in the spellings that their programs take.
    private static final Map<String, List<String>> ENDING =
            Map.of("dhcpcd", List.of("-1", "--oneshot"), "rngd", List.of("-1"));

    /// Of LinuxKit and Lamina, with the program that does not end; empty where a name would say nothing.
    private static final Map<String, String> SERVERS = Map.ofEntries(
            Map.entry("acpid", "acpid"),
            Map.entry("dhcp-renew", "dhcp-renew"),
            Map.entry("getty", "rungetty.sh"),
            Map.entry("httpd", "httpd"),
            Map.entry("nginx", "nginx"),
            Map.entry("node-exporter", "prometheus-node-exporter"),
            Map.entry("node_exporter", "node_exporter"),
            Map.entry("ntpd", "chronyd"),
            Map.entry("openntpd", "ntpd"),
            Map.entry("redis", "redis-server"),
            Map.entry("syslog", "syslog"));

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("docker.io/library/nginx", "nginx"),
            Map.entry("docker.io/library/redis", "redis-server"),
            Map.entry("docker.io/library/postgres", "postgres"),
            Map.entry("docker.io/library/mysql", "mysqld"),
            Map.entry("docker.io/library/mariadb", "mariadbd"),
            Map.entry("docker.io/library/memcached", "memcached"),
            Map.entry("docker.io/library/httpd", "httpd-foreground"),
            Map.entry("docker.io/library/haproxy", "haproxy"),
            Map.entry("docker.io/library/traefik", "traefik"),
            Map.entry("docker.io/library/registry", "registry"),
            Map.entry("docker.io/library/rabbitmq", "rabbitmq-server"),
            Map.entry("docker.io/library/mongo", "mongod"));

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        if (container.section() != Section.ONBOOT) {
            return;
        }
        String name = Family.name(container);
        List<String> options = ENDING.getOrDefault(name, List.of());
        if (!options.isEmpty() && !Family.otherProgram(container, name)) {
            withOption(container, options, found);
            return;
        }
        Optional<String> server = Optional.ofNullable(SERVERS.get(name))
                .or(() -> Optional.ofNullable(OTHERS.get(container.ref().repository())));
        if (server.isPresent() && !Family.otherProgram(container, server.get()) && !ends(container)) {
            found.accept(Report.at(
                            container.path("image"),
                            "%s does not end, so that nothing after it is started".formatted(container.words()))
                    .hint("move it to services"));
        }
    }

    private static void withOption(ContainerView container, List<String> options, Consumer<Report> found) {
        Given<List<String>> command = container.spec().command();
        // Its words are not known: the image may be told so by itself.
        if (command.value().isEmpty() && container.imageKnown()
                || options.stream().anyMatch(command.value()::contains)
                || ends(container)) {
            return;
        }
        String option = options.getFirst();
        Report report = Report.at(
                        command.origin().inDocument() ? command.origin().path() : container.path("image"),
                        "%s does not end without %s, so that nothing after it is started"
                                .formatted(container.words(), option))
                .hint("add \"%s\" to its command, or move it to services".formatted(option));
        if (command.origin().inDocument()) {
            report =
                    report.fix("Add " + option, new Edit.Append(command.origin().path(), option));
        } else if (!command.value().isEmpty()) {
            List<String> words =
                    Stream.concat(command.value().stream(), Stream.of(option)).toList();
            report = report.fix("Add " + option, new Edit.Set(container.path("command"), words));
        }
        found.accept(report);
    }

    /// It only tells about itself.
    private static boolean ends(ContainerView container) {
        return container.spec().command().value().stream()
                .anyMatch(word ->
                        Stream.of("-h", "--help", "-V", "--version", "-v", "-t").anyMatch(word::equals));
    }
}
