package dev.lamina.vmlaunch;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.time.Duration;

/// A program or service that runs virtual machines.
public interface Hypervisor {

    /// The name that `--backend` takes, e.g. `qemu`.
    String id();

    /// As people write it, e.g. `QEMU`.
    String title();

    /// Looks for what a guest of this architecture needs. Never throws, takes no longer than a few seconds.
    Availability probe(Arch guest);

    Capabilities capabilities();

    /// What [#start] would run, for reading. The addresses of the channels are placeholders and `AUTO` shows as `tcg`,
    /// because finding out more would mean doing something.
    CommandLine commandLine(VmSpec spec);

    /// Starts the machine and returns when it runs and its console, events and control channels are connected. No byte
    /// of the console is lost: a listener that is added later is first given what came before.
    ///
    /// @throws dev.lamina.model.problem.EnvironmentException QEMU, memory, a port or an accelerator is missing
    /// @throws dev.lamina.model.problem.InputException a file of the specification cannot be read
    /// @throws dev.lamina.model.problem.ExternalException the hypervisor refused for another reason
    VmHandle start(VmSpec spec, Reporter reporter);

    /// As [#start], but the machine goes on without this process, and its console without a listener.
    ///
    /// @throws InputException this hypervisor cannot ([Feature#BACKGROUND])
    default DetachedVm.Started detach(VmSpec spec, Reporter reporter) {
        throw noBackground();
    }

    /// Whether a machine in the background is one of this hypervisor's.
    default boolean owns(DetachedVm vm) {
        return capabilities().can(Feature.BACKGROUND);
    }

    /// Connects to a machine in the background, to talk to it.
    ///
    /// @throws dev.lamina.model.problem.EnvironmentException it does not answer
    default AttachedVm attach(DetachedVm vm) {
        throw noBackground();
    }

    /// Whether a machine in the background is still there.
    default boolean runs(DetachedVm vm) {
        return false;
    }

    /// Asks the guest to power off; ends the machine when the guest has not complied within the grace time.
    default void stop(DetachedVm vm, Duration grace) throws InterruptedException {
        throw noBackground();
    }

    /// Ends a machine in the background at once, and clears up after one that has ended by itself.
    default void kill(DetachedVm vm) {
        throw noBackground();
    }

    private InputException noBackground() {
        return new InputException(
                "a machine of " + title() + " does not go on without Lamina",
                "leave out --detach, or take --backend qemu");
    }
}
