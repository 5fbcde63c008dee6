package dev.lamina.assembler.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Proxies as Unix programs are told of them: `http_proxy`, `https_proxy`, `no_proxy`, in small or capital
/// letters. What they say nothing about is left to Java's own settings.
public final class EnvironmentProxies extends ProxySelector {
    private final Map<String, String> variables;
    private final Supplier<@Nullable ProxySelector> otherwise;

    /// With what Java knows of the system's proxies, which it is asked for when a request is made: to find it out takes
    /// longer than many a command.
    public EnvironmentProxies(Map<String, String> variables) {
        this(variables, ProxySelector::getDefault);
    }

    EnvironmentProxies(Map<String, String> variables, Supplier<@Nullable ProxySelector> otherwise) {
        this.variables = Map.copyOf(variables);
        this.otherwise = otherwise;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (isExcepted(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT))) {
            return List.of(Proxy.NO_PROXY);
        }
        return variable(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT) + "_proxy")
                .flatMap(EnvironmentProxies::proxy)
                .map(List::of)
                .orElseGet(() -> others(uri));
    }

    private List<Proxy> others(URI uri) {
        ProxySelector java = otherwise.get();
        return java == null ? List.of(Proxy.NO_PROXY) : java.select(uri);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.getOrDefault(name, variables.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private boolean isExcepted(String host) {
        // A proxy elsewhere has another loopback; Go's programs, among them all others that speak to registries, agree.
        boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return loopback
                || Arrays.stream(variable("no_proxy").orElse("").split("[,\\s]+"))
                        .map(entry -> entry.toLowerCase(Locale.ROOT))
                        .anyMatch(entry -> matches(entry, host));
    }

    /// `*`, a name with all names below it, with or without a dot before; a port behind it does not matter.
    private static boolean matches(String entry, String host) {
        String name = entry.replaceFirst(":[0-9]+$", "").replaceFirst("^\\*?\\.", "");
        return entry.equals("*") || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)));
    }

    /// `http://host:port`; also without the scheme.
    private static Optional<Proxy> proxy(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            return Optional.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        ProxySelector java = otherwise.get();
        if (java != null) {
            java.connectFailed(uri, proxy, failure);
        }
    }
}
