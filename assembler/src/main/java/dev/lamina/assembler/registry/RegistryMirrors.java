package dev.lamina.assembler.registry;

import dev.lamina.model.problem.InputException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Who is asked instead of registries, as LinuxKit's `--mirror` says it: `[REGISTRY=]URL`.
///
/// @param all in the order in which they are asked
public record RegistryMirrors(List<Mirror> all) {
    public static final RegistryMirrors NONE = new RegistryMirrors(List.of());

    private static final String ANY = "*";

    /// Docker Hub has several names.
    private static final Set<String> HUB = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

    public RegistryMirrors {
        all = List.copyOf(all);
    }

    /// @param registry `*` for all that have no mirror of their own
    public record Mirror(String registry, URI address) {

        /// @throws InputException it is not of the form `[REGISTRY=]URL`
        public static Mirror parse(String text) {
            int equals = text.indexOf('=');
            String registry = equals < 0 ? ANY : text.substring(0, equals).replaceFirst("/+$", "");
            return new Mirror(
                    HUB.contains(registry) ? "docker.io" : registry, address(text, text.substring(equals + 1)));
        }

        private static URI address(String text, String url) {
            try {
                URI address = URI.create(url);
                boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
                if (http && address.getHost() != null && address.getUserInfo() == null && address.getQuery() == null) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                // said below
            }
            throw new InputException(
                    "'" + text + "' names no mirror",
                    "write [REGISTRY=]URL with http:// or https://, for example docker.io=https://mirror.example");
        }
    }

    /// Reads a list with blanks or commas between, as environment variables have it.
    public static List<Mirror> parseList(String text) {
        List<Mirror> mirrors = new ArrayList<>();
        for (String one : text.split("[,\\s]+")) {
            if (!one.isEmpty()) {
                mirrors.add(Mirror.parse(one));
            }
        }
        return mirrors;
    }

    /// Those of the registry itself, or else those of all.
    List<URI> of(String registry) {
        List<URI> own = named(registry);
        return own.isEmpty() ? named(ANY) : own;
    }

    private List<URI> named(String registry) {
        return all.stream()
                .filter(mirror -> mirror.registry().equals(registry))
                .map(Mirror::address)
                .toList();
    }
}
