package dev.lamina.app.doctor;

import dev.lamina.app.doctor.Doctor.Server;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which way requests go. Nothing outside is asked unless the user wants it.
final class NetworkQuestions implements Question.Family {
    private static final String WHY = "Images and packages that are not here yet are fetched; nothing else is.";
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Computer computer;
    private final List<Server> servers;

    /// @param servers to ask
    NetworkQuestions(Computer computer, List<Server> servers) {
        this.computer = computer;
        this.servers = List.copyOf(servers);
    }

    @Override
    public List<Question> questions() {
        List<Question> all = new ArrayList<>();
        all.add(Question.of(Group.NETWORK, "proxy", "Way out", WHY, this::proxies));
        for (Server server : servers) {
            all.add(Question.of(Group.NETWORK, "reach." + server.id(), server.title(), WHY, () -> reached(server))
                    .within(PATIENCE));
        }
        return all;
    }

    private Finding proxies() {
        List<String> set = new ArrayList<>();
        for (String name : List.of("http_proxy", "https_proxy", "no_proxy")) {
            Optional<String> value = computer.variable(name).or(() -> computer.variable(name.toUpperCase(Locale.ROOT)));
            if (value.isPresent()) {
                if (!name.equals("no_proxy") && !isAddress(value.get())) {
                    return Finding.limited(
                            name + " is no address of a proxy: " + plain(value.get()),
                            Cure.text("Set it to an address such as http://proxy.example:3128, or take it away."));
                }
                set.add(name + "=" + plain(value.get()));
            }
        }
        return Finding.ok(set.isEmpty() ? "direct: no proxy is set" : String.join(", ", set));
    }

    private static boolean isAddress(String proxy) {
        try {
            return new URI(proxy.contains("://") ? proxy : "http://" + proxy).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// Without a password: reports are copied into public places.
    private static String plain(String proxy) {
        return proxy.replaceFirst("(?s)^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", "$1***@")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private Finding reached(Server server) throws InterruptedException {
        try {
            Duration took = computer.instruments().reach(server.address());
            return Finding.ok(server.address().getHost() + " answers in " + took.toMillis() + " ms");
        } catch (IOException e) {
            return Finding.missing(
                    String.valueOf(e.getMessage()),
                    Cure.text("Look at the network, or set https_proxy. What is here already builds with --offline."));
        }
    }
}
