package dev.lamina.model.check.order;

import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.known.KnownImages;
import dev.lamina.model.oci.Given;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// ORD02. Only images that are known, with their own program, and programs that certainly go on.
final class EndlessOnboot implements ContainerCheck {
    private static final Rule RULE = Rule.of("ORD02", Severity.ERROR, "Container of onboot that does not end")
            .what("A container of onboot runs a program that keeps running: a server, or a client that waits for"
                    + " changes.")
            .why("""
                The init starts the next container of onboot, and then the services, when the one before has ended. So the boot stays where
                it is.\
                """)
            .fix("Give the option that lets it end when its work is done, or move it to services. The fix adds the"
                    + " option.")
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

    /// Of the table of common images those that need not run a server when they are told nothing: minio
    /// prints how it is used, and docker is a shell in some variants.
    private static final Set<String> NO_SERVERS = Set.of("docker", "minio");

    /// Programs of any image that do not end, with the words that make it so, one of which has to be there;
    /// none when they always do.
    private static final Map<String, Set<String>> ENDLESS = Map.of(
            "sleep", Set.of("infinity", "inf"),
            "tail", Set.of("-f", "-F", "--follow"),
            "sshd", Set.of("-D"),
            "dropbear", Set.of("-F"),
            "telnetd", Set.of("-F"),
            "crond", Set.of("-f"),
            "dockerd", Set.of(),
            "dockerd-entrypoint.sh", Set.of(),
            "containerd", Set.of());

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
        boolean serves =
                server.isPresent() && !Family.otherProgram(container, server.get()) || servesByItself(container);
        if (serves && !ends(container)) {
            found.accept(report(container, container.path("image")));
        } else if (endless(container) && !ends(container)) {
            found.accept(report(container, container.spec().command().origin().path()));
        }
    }

    /// A common image that nobody gave another command.
    private static boolean servesByItself(ContainerView container) {
        return !container.spec().command().origin().inDocument()
                && KnownImages.find(container.ref())
                        .filter(image -> !NO_SERVERS.contains(image.name()))
                        .isPresent();
    }

    private static boolean endless(ContainerView container) {
        @Nullable Set<String> words = ENDLESS.get(Family.program(container));
        return words != null
                && (words.isEmpty()
                        || container.spec().command().value().stream().anyMatch(words::contains));
    }

    private static Report report(ContainerView container, String place) {
        return Report.at(place, "%s does not end, so that nothing after it is started".formatted(container.words()))
                .hint("move it to services");
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
