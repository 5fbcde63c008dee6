package dev.lamina.app.operation;

import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.packages.download.Downloader;
import dev.lamina.assembler.packages.download.MirrorException;
import dev.lamina.assembler.packages.download.MirrorProblem;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// Compositions that lie on a web server.
public final class RemoteText {
    private static final int MAX_BYTES = 16 << 20;

    private final HttpSettings http;

    public RemoteText(HttpSettings http) {
        this.http = http;
    }

    public static boolean isAddress(String name) {
        return name.startsWith("http://") || name.startsWith("https://");
    }

    /// The last part of the address, without a query.
    public static String fileName(String address) {
        String path = address.replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    byte[] read(String address) throws IOException {
        URI uri = uri(address);
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        URI server = uri.resolve("/");
        try {
            return new Downloader(Path.of(""), http).read(server, path.replaceFirst("^/", ""), MAX_BYTES);
        } catch (MirrorException e) {
            throw unreadable(address, e);
        }
    }

    private static URI uri(String address) {
        try {
            URI uri = new URI(address).parseServerAuthority();
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new InputException(
                address + " is not an address of the web", "write for example https://example.org/web.yml");
    }

    private static RuntimeException unreadable(String address, MirrorException e) {
        String message = "cannot read " + address + ": " + e.problem();
        return e.problem().kind() == MirrorProblem.Kind.UNREACHABLE
                ? new EnvironmentException(message, "check the network and the proxy, or give a file", e)
                : new InputException(message, "check the address", e);
    }
}
