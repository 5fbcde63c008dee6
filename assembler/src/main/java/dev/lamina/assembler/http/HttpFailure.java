package dev.lamina.assembler.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// A server could not be talked to, or the talk ended before its time.
public final class HttpFailure extends IOException {
    private final transient URI server;
    private final Kind kind;
    private final String reason;

    private HttpFailure(URI server, Kind kind, String reason, @Nullable Throwable cause) {
        super(server + " " + reason, cause);
        this.server = server;
        this.kind = kind;
        this.reason = reason;
    }

    public enum Kind {
        /// There is nobody of that name or address, or nobody who answers.
        UNREACHABLE,
        /// There is somebody, but not with the certificate or the encryption that it takes.
        UNSAFE,
        /// The connection broke, or what came is no HTTP. Another attempt may do.
        BROKEN
    }

    /// What happened, in plain words.
    public static HttpFailure of(URI server, @Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException e -> new HttpFailure(server, Kind.UNREACHABLE, "cannot be reached", e);
            case HttpTimeoutException e -> new HttpFailure(server, Kind.UNREACHABLE, "does not answer", e);
            case SSLException e ->
                new HttpFailure(server, Kind.UNSAFE, "cannot be talked to safely (" + e.getMessage() + ")", e);
            case ConnectException e
            when isUnresolved(e) -> new HttpFailure(server, Kind.UNREACHABLE, "is not known to the network", e);
            case ConnectException e -> new HttpFailure(server, Kind.UNREACHABLE, "cannot be reached", e);
            case IOException e -> new HttpFailure(server, Kind.BROKEN, "broke off", e);
            case null, default -> new HttpFailure(server, Kind.BROKEN, "failed (" + cause + ")", cause);
        };
    }

    private static boolean isUnresolved(Throwable e) {
        return e.getCause() instanceof UnresolvedAddressException
                || (e.getCause() != null && isUnresolved(e.getCause()));
    }

    /// The address as it was asked.
    public URI server() {
        return server;
    }

    public Kind kind() {
        return kind;
    }

    /// Without the address, e.g. `cannot be reached`.
    public String reason() {
        return reason;
    }
}
