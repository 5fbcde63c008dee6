package dev.lamina.app.studio.relations;

import java.util.Locale;

/// What components have to do with each other. Each kind has a colour of its own, and a place in the legend.
public enum RelationKind {
    /// A container sees a path of the system.
    MOUNT,

    /// A container sees a volume.
    VOLUME,

    /// A container talks to a program of the system by a socket.
    SOCKET,

    /// A file of the image is seen by a container.
    FILES,

    /// Containers have one network, or a cable between theirs.
    NETWORK,

    /// Containers have their processes, shared memory, host name or users in common.
    NAMESPACE,

    /// A service waits for something before it starts.
    AFTER,

    /// What somebody mounts later, or below, comes along.
    PROPAGATION,

    /// Something cannot be seen, as something else is mounted over it.
    SHADOW;

    /// For style sheets and texts, e.g. `mount`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
