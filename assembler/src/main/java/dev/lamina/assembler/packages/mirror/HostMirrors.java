package dev.lamina.assembler.packages.mirror;

import dev.lamina.model.problem.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out which mirrors to use here: those that the user named, those that the host's apt uses, then two that are
/// everyone's.
public final class HostMirrors {
    private static final String VARIABLE = "LAMINA_DEBIAN_MIRROR";
    private static final URI EVERYONES = URI.create("https://mirrors.kernel.org/debian");
    private static final URI SNAPSHOTS = URI.create("https://snapshot.debian.org/archive/debian/");

    private final Map<String, String> variables;
    private final Path aptFolder;

    /// @param variables of the environment; `LAMINA_DEBIAN_MIRROR` may name several, with commas or blanks between
    /// @param aptFolder usually `/etc/apt`; need not exist
    public HostMirrors(Map<String, String> variables, Path aptFolder) {
        this.variables = Map.copyOf(variables);
        this.aptFolder = aptFolder;
    }

    /// @throws InputException the variable holds something that is no address
    public Mirrors find() {
        Set<URI> roots = new LinkedHashSet<>(named());
        roots.addAll(new AptSources(aptFolder).mirrors());
        roots.add(EVERYONES);
        return new Mirrors(List.copyOf(roots), Optional.of(SNAPSHOTS));
    }

    private List<URI> named() {
        List<URI> named = new ArrayList<>();
        for (String text : variables.getOrDefault(VARIABLE, "").split("[,\\s]+")) {
            if (!text.isEmpty()) {
                named.add(root(text).orElseThrow(() -> noAddress(text)));
            }
        }
        return named;
    }

    private static InputException noAddress(String text) {
        return new InputException(
                VARIABLE + " holds \"" + text + "\", which is no address of a mirror",
                "it must look like https://mirror.example.org/debian");
    }

    /// The address without slashes at its end, so that the same mirror is not asked twice; empty when it is no
    /// `http` or `https` address.
    static Optional<URI> root(String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
