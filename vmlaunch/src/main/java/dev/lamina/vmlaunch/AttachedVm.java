package dev.lamina.vmlaunch;

/// A connection to a machine that runs in the background. Closing it leaves the machine alone.
public interface AttachedVm extends AutoCloseable {
    VmState state();

    Console console();

    GuestControl control();

    Snapshots snapshots();

    /// Holds the guest's processors. A machine that is held stays so.
    void pause();

    /// Lets the guest go on.
    void resume();

    @Override
    void close();
}
