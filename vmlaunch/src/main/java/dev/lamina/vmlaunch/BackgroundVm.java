package dev.lamina.vmlaunch;

import java.time.Duration;

/// A machine that runs on without the process that started it, as its hypervisor can be asked for it. Nothing is
/// open: each call asks anew, from whichever process.
public interface BackgroundVm {
    /// Whether it is still there.
    boolean runs();

    /// Connects to it, to talk to it.
    ///
    /// @throws dev.lamina.model.problem.EnvironmentException it does not answer
    AttachedVm attach();

    /// Asks the guest to power off; ends the machine when the guest has not complied within the grace time.
    void stop(Duration grace) throws InterruptedException;

    /// Ends it at once, and clears up after one that has ended by itself.
    void kill();
}
