package dev.lamina.model.check.network;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.mount.GuestPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// On which ports a service answers, as far as that can be told.
///
/// @param told by its command line, so that there is no doubt, e.g. `80/tcp`
/// @param likely as delivered: by the table of common images, or as the image declares them
public record Ports(List<String> told, List<String> likely) {
    /// Followed by a port, or by an address with one.
    private static final Set<String> OPTIONS = Set.of(
            "--port",
            "-port",
            "--listen-port",
            "--http-port",
            "--addr",
            "-addr",
            "--address",
            "--listen",
            "-listen",
            "--listen-address",
            "--web.listen-address");

    private static final Set<String> LISTENING =
            Set.of("--listen-port", "--http-port", "--listen", "-listen", "--listen-address", "--web.listen-address");

    /// Programs whose option `-p` says the port, whichever image they are in.
    private static final Set<String> SHORT = Set.of("dropbear", "httpd", "memcached", "sshd");

    public Ports {
        told = List.copyOf(told);
        likely = List.copyOf(likely);
    }

    public static Ports of(ContainerView container) {
        List<String> told = told(container, OPTIONS);
        if (!told.isEmpty()) {
            return new Ports(told, List.of());
        }
        List<String> likely = KnownUse.of(container.ref(), container.spec())
                .map(use -> use.claims(Kind.PORT).stream().map(Claim::value).toList())
                .orElseGet(() -> container.image().map(ImageFacts::exposedPorts).orElse(List.of()).stream()
                        .map(Ports::withProtocol)
                        .toList());
        return new Ports(List.of(), likely);
    }

    /// Those of a command line that surely is a server's: `--port` may be that of another computer.
    public static List<String> served(ContainerView container) {
        return told(container, LISTENING);
    }

    private static List<String> told(ContainerView container, Set<String> options) {
        List<String> command = container.spec().command().value();
        List<String> ports = new ArrayList<>();
        for (int i = 0; i < command.size(); i++) {
            String word = command.get(i);
            int equals = word.indexOf('=');
            boolean own = word.equals("-p") && (container.ref().builtIn() || shortly(command.subList(0, i)));
            if ((options.contains(word) || own) && i + 1 < command.size()) {
                add(command.get(i + 1), ports);
            } else if (equals > 0 && options.contains(word.substring(0, equals))) {
                add(word.substring(equals + 1), ports);
            }
        }
        return ports;
    }

    private static boolean shortly(List<String> before) {
        return before.stream().map(GuestPaths::name).anyMatch(SHORT::contains);
    }

    private static void add(String given, List<String> ports) {
        // Of `::1` the last number is none.
        boolean v6 = given.indexOf(':') != given.lastIndexOf(':') && !given.contains("]:") && !given.contains("://");
        String number = v6 ? "" : given.substring(given.lastIndexOf(':') + 1);
        boolean port = !number.isEmpty()
                && number.length() <= 5
                && number.chars().allMatch(Character::isDigit)
                && !number.startsWith("0");
        if (port) {
            ports.add(number + "/tcp");
        }
    }

    private static String withProtocol(String port) {
        return port.contains("/") ? port : port + "/tcp";
    }

    public boolean none() {
        return told.isEmpty() && likely.isEmpty();
    }
}
