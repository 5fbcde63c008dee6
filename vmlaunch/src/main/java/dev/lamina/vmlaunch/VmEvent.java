package dev.lamina.vmlaunch;

/// Something that happened to a machine. Events of one machine are delivered in order, by one thread.
public sealed interface VmEvent {

    record StateChanged(VmState state) implements VmEvent {}

    /// A line of the guest's event channel. Untrusted: the guest may claim anything.
    record Guest(GuestEvent event) implements VmEvent {}

    /// The guest restarted.
    record Reset() implements VmEvent {}

    /// The guest's kernel reported a panic to the hypervisor.
    record Panicked() implements VmEvent {}

    /// Always the last one.
    record Exited(VmExit exit) implements VmEvent {}
}
