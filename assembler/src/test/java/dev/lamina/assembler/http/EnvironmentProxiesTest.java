package dev.lamina.assembler.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "http_proxy,  http://p.example.org:3128, http://a.example.org/x,  p.example.org:3128",
        "http_proxy,  p.example.org:3128,        http://a.example.org/x,  p.example.org:3128",
        "http_proxy,  http://p.example.org/,     http://a.example.org/x,  p.example.org:80",
        "HTTPS_PROXY, http://p.example.org:1,    https://a.example.org/x, p.example.org:1",
        "http_proxy,  http://p.example.org:1,    https://a.example.org/x, -",
        "http_proxy,  http://,                   http://a.example.org/x,  -",
        "http_proxy,  ' ',                       http://a.example.org/x,  -",
    })
    void aProxyIsTakenFromTheVariableOfTheScheme(String name, String value, String address, String proxy) {
        assertThat(select(Map.of(name, value), address)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.example.org; -",
                "x, .example.org; -",
                "*.example.org; -",
                "EXAMPLE.org:80; -",
                "*; -",
                "b.example.org; p:1",
                "ple.org; p:1",
                "' '; p:1",
            })
    void exceptionsAreReachedDirectly(String exceptions, String proxy) {
        assertThat(select(Map.of("http_proxy", "p:1", "no_proxy", exceptions), "http://a.example.org/x"))
                .isEqualTo(proxy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:5000/v2/", "http://localhost/", "http://[::1]:5000/"})
    void thisComputerIsReachedDirectly(String address) {
        assertThat(select(Map.of("http_proxy", "p:1"), address)).isEqualTo("-");
    }

    @Test
    void withoutVariablesJavasSettingsCount() {
        ProxySelector java = ProxySelector.of(new InetSocketAddress("127.0.0.1", 9));
        List<Proxy> proxies = new EnvironmentProxies(Map.of(), () -> java).select(URI.create("http://a.example.org"));
        assertThat(proxies).containsExactly(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 9)));
    }

    private static String select(Map<String, String> variables, String address) {
        Proxy proxy = new EnvironmentProxies(variables, () -> null)
                .select(URI.create(address))
                .getFirst();
        return proxy.address() instanceof InetSocketAddress socket
                ? socket.getHostString() + ":" + socket.getPort()
                : "-";
    }
}
