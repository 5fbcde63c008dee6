package dev.lamina.assembler.registry;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// A registry, or a mirror of it, as it is spoken to about one repository.
///
/// @param root scheme, host and port
/// @param repository as it is called there
/// @param login under which name the user may have logged in there
/// @param secretsAllowed whether passwords and tokens may be sent there
record Endpoint(URI root, String repository, String login, boolean secretsAllowed) {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]", "::1");

    /// @param path below the repository, e.g. `manifests/latest`
    URI at(String path) {
        return URI.create(root + "/v2/" + repository + "/" + path);
    }

    /// For messages.
    String shown() {
        return root.getRawAuthority();
    }

    boolean isSameServer(URI other) {
        return isSame(root, other);
    }

    static boolean isSame(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(String.valueOf(other.getScheme()))
                && String.valueOf(one.getHost()).equalsIgnoreCase(String.valueOf(other.getHost()))
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isPlain(uri) ? 80 : 443;
    }

    static boolean isPlain(URI uri) {
        return !"https".equalsIgnoreCase(uri.getScheme());
    }

    /// By its name alone: what a name server says of others may change.
    static boolean isLoopback(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return LOOPBACK_NAMES.contains(host) || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
    }
}
