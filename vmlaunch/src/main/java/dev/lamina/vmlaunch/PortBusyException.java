package dev.lamina.vmlaunch;

import dev.lamina.model.problem.EnvironmentException;

/// A port of the host that was to be published is taken or not allowed.
public final class PortBusyException extends EnvironmentException {
    private final transient PublishedPort port;

    private PortBusyException(PublishedPort port, String message, String hint) {
        super(message, hint);
        this.port = port;
    }

    public static PortBusyException taken(PublishedPort port) {
        return new PortBusyException(
                port,
                "port " + name(port) + " is in use by another program",
                "publish another port, for example --publish " + (port.hostPort() % 50000 + 10000) + ":"
                        + port.guestPort());
    }

    public static PortBusyException twice(PublishedPort port) {
        return new PortBusyException(port, "port " + name(port) + " is published twice", "remove one of the two");
    }

    public static PortBusyException refused(PublishedPort port, String reason) {
        return new PortBusyException(
                port,
                "port " + name(port) + " cannot be opened: " + reason,
                port.hostPort() < 1024
                        ? "ports below 1024 need special rights; publish one above"
                        : "give an address of this machine");
    }

    private static String name(PublishedPort port) {
        return port.hostAddress() + ":" + port.hostPort() + "/" + port.protocol();
    }

    public PublishedPort port() {
        return port;
    }
}
