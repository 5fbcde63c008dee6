package dev.lamina.model.check.network;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// On which ports a service answers, as far as that can be told.
///
/// @param told by its command line, so that there is no doubt, e.g. `80/tcp`
/// @param likely as delivered: by the table of common images, or as the image declares them
public record Ports(List<String> told, List<String> likely) {
    private static final Set<String> OPTIONS = Set.of("--port", "-port", "--listen-port", "--http-port");

    public Ports {
        told = List.copyOf(told);
        likely = List.copyOf(likely);
    }

    public static Ports of(ContainerView container) {
        List<String> told = told(container);
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

    private static List<String> told(ContainerView container) {
        List<String> command = container.spec().command().value();
        List<String> ports = new ArrayList<>();
        for (int i = 0; i < command.size(); i++) {
            String word = command.get(i);
            int equals = word.indexOf('=');
            boolean ours = container.ref().builtIn() && word.equals("-p");
            if ((OPTIONS.contains(word) || ours) && i + 1 < command.size()) {
                add(command.get(i + 1), ports);
            } else if (equals > 0 && OPTIONS.contains(word.substring(0, equals))) {
                add(word.substring(equals + 1), ports);
            }
        }
        return ports;
    }

    private static void add(String number, List<String> ports) {
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
