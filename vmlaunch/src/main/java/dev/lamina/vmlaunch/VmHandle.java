package dev.lamina.vmlaunch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A machine that was started. Safe for use by several threads; every call may be repeated.
public interface VmHandle extends AutoCloseable {
    String name();

    VmState state();

    /// What runs the guest's instructions, after `AUTO` was decided.
    Accelerator accelerator();

    /// Exactly what was started.
    CommandLine commandLine();

    Console console();

    GuestControl control();

    /// Adds a listener; it is first given all events so far.
    Subscription onEvent(Consumer<VmEvent> listener);

    /// What can be done with it, of what not all machines can.
    default Set<Feature> features() {
        return Set.of();
    }

    /// Holds the guest's processors; the state becomes `PAUSED`. A machine that is held stays so.
    ///
    /// @throws dev.lamina.model.problem.InputException this hypervisor cannot ([Feature#PAUSE])
    void pause();

    /// Lets the guest go on.
    void resume();

    /// @throws dev.lamina.model.problem.InputException this hypervisor has none ([Feature#SNAPSHOTS])
    Snapshots snapshots();

    /// A folder for this user's sockets alone, which goes with the machine, however its process ends; empty when it has
    /// none.
    default Optional<Path> runtimeFolder() {
        return Optional.empty();
    }

    /// Waits until the machine has ended and all its output was delivered.
    VmExit waitForExit() throws InterruptedException;

    /// As [#waitForExit()], but empty after the time-out.
    Optional<VmExit> waitForExit(Duration timeout) throws InterruptedException;

    /// Asks the guest to power off (control channel, then power button); ends the hypervisor when the guest has not
    /// complied within the grace time.
    VmExit shutdown(Duration grace) throws InterruptedException;

    /// Ends the machine at once.
    void kill();

    /// Ends the machine if it still runs and removes everything temporary. Takes a few seconds at most.
    @Override
    void close();
}
