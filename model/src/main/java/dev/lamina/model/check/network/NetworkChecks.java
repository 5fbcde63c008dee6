package dev.lamina.model.check.network;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of networks and ports.
public final class NetworkChecks {
    private NetworkChecks() {}

    public static List<Check> all() {
        return List.of(new PortCollision(), new PublishedPort(), new OpenRoot(), new UnconnectedNetwork());
    }
}
