package dev.lamina.assembler.http;

import java.net.ProxySelector;
import java.time.Duration;

/// How patient downloads are, and which way they go.
///
/// @param connect how long a server may take to accept a connection
/// @param answer how long it may take until it begins to answer
/// @param stall how long it may send nothing in the midst of a file
/// @param proxies which proxy to use for an address
public record HttpSettings(Duration connect, Duration answer, Duration stall, ProxySelector proxies) {

    public static HttpSettings usual(ProxySelector proxies) {
        return new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), proxies);
    }
}
