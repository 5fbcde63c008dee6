package dev.lamina.vmlaunch;

/// What some hypervisors can do and others cannot.
public enum Feature {
    /// Ports of the host lead to the guest.
    PUBLISHED_PORTS,
    /// The guest's processors can be held and let go on.
    PAUSE,
    /// The state of a running machine can be kept and brought back.
    SNAPSHOTS,
    /// Machines can go on without the process that started them.
    BACKGROUND
}
