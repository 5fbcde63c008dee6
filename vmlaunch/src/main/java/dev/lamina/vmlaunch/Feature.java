package dev.lamina.vmlaunch;

/// What some hypervisors can do and others cannot.
public enum Feature {
    /// Ports of the host lead to the guest.
    PUBLISHED_PORTS,
    /// The guest's event and control channels work; otherwise events come out of the console.
    GUEST_CHANNELS,
    /// The guest can be asked to power off.
    GRACEFUL_STOP,
    /// The guest's processors can be held and let go on.
    PAUSE,
    /// The state of a running machine can be kept and brought back.
    SNAPSHOTS,
    /// Machines can go on without the process that started them.
    BACKGROUND
}
