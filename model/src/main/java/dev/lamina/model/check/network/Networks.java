package dev.lamina.model.check.network;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.EffectiveContainer;
import java.util.Optional;

/// Network namespaces as texts to compare.
final class Networks {
    private static final String ROOT = "root";

    private Networks() {}

    /// The network of a container, when another one may share it: the system's own, or a namespace with a path.
    static Optional<String> of(ContainerView container) {
        String net = container.spec().net().value();
        if (EffectiveContainer.shared(container.spec().net())) {
            return Optional.of(ROOT);
        }
        if (net.startsWith("/")) {
            return Optional.of(plain(net));
        }
        return container
                .spec()
                .runtime()
                .bindNamespaces()
                .net()
                .filter(path -> !path.isEmpty())
                .map(Networks::plain);
    }

    /// `/var/run` leads to `/run` in the system.
    static String plain(String path) {
        return path.startsWith("/var/run/") ? path.substring("/var".length()) : path;
    }
}
