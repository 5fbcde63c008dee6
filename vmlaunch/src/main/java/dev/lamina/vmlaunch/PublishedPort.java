package dev.lamina.vmlaunch;

import dev.lamina.model.problem.InputException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A port of the host that leads to a port of the guest.
///
/// @param hostAddress an IPv4 address of this machine; `0.0.0.0` opens the port to the network
/// @param protocol tcp or udp
public record PublishedPort(String hostAddress, int hostPort, int guestPort, Protocol protocol) {
    /// Only programs on this machine can connect.
    public static final String LOOPBACK = "127.0.0.1";

    private static final Pattern SYNTAX =
            Pattern.compile("(?:(?<address>[^:/]+):)?(?<host>\\d{1,5}):(?<guest>\\d{1,5})(?:/(?<protocol>[a-zA-Z]+))?");

    /// Without leading zeros, which are octal to some readers and decimal to others.
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    private static final Pattern IPV4 = Pattern.compile("(?:" + BYTE + "\\.){3}" + BYTE);

    public PublishedPort {
        hostAddress = hostAddress.equals("localhost") ? LOOPBACK : hostAddress;
        if (!IPV4.matcher(hostAddress).matches()) {
            throw new InputException(
                    "'" + hostAddress + "' is not an IPv4 address to publish a port on", "use 127.0.0.1 or 0.0.0.0");
        }
        checkPort(hostPort);
        checkPort(guestPort);
    }

    public static PublishedPort tcp(int hostPort, int guestPort) {
        return new PublishedPort(LOOPBACK, hostPort, guestPort, Protocol.TCP);
    }

    /// Reads `[ADDRESS:]HOST:GUEST[/tcp|udp]`.
    public static PublishedPort parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw malformed(text);
        }
        String address = matcher.group("address");
        return new PublishedPort(
                address == null ? LOOPBACK : address,
                Integer.parseInt(matcher.group("host")),
                Integer.parseInt(matcher.group("guest")),
                protocol(matcher.group("protocol"), text));
    }

    private static Protocol protocol(@Nullable String name, String text) {
        return switch (name == null ? "tcp" : name.toLowerCase(Locale.ROOT)) {
            case "tcp" -> Protocol.TCP;
            case "udp" -> Protocol.UDP;
            default -> throw malformed(text);
        };
    }

    private static InputException malformed(String text) {
        return new InputException(
                "'" + text + "' is not a port to publish",
                "write [ADDRESS:]HOST:GUEST[/tcp|udp], for example 8080:80 or 127.0.0.1:5353:53/udp");
    }

    private static void checkPort(int port) {
        if (port < 1 || port > 65535) {
            throw new InputException(port + " is not a port number", "ports are 1 to 65535");
        }
    }

    /// The shortest form that [#parse(String)] reads, e.g. `8080:80`.
    public String shortly() {
        String address = hostAddress.equals(LOOPBACK) ? "" : hostAddress + ":";
        String transport = protocol == Protocol.TCP ? "" : "/" + protocol;
        return address + hostPort + ":" + guestPort + transport;
    }

    /// The form that [#parse(String)] reads.
    @Override
    public String toString() {
        return hostAddress + ":" + hostPort + ":" + guestPort + "/" + protocol;
    }

    /// The transport of a published port.
    public enum Protocol {
        TCP,
        UDP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
