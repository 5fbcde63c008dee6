package dev.lamina.vmlaunch;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.util.Optional;
import java.util.Set;

/// A program or service that runs virtual machines.
public interface Hypervisor {

    /// The name that `--backend` takes, e.g. `qemu`.
    String id();

    /// As people write it, e.g. `QEMU`.
    String title();

    /// Looks for what a guest of this architecture needs. Never throws, takes no longer than a few seconds.
    Availability probe(Arch guest);

    /// What it can do besides running a guest, whatever this computer can.
    Set<Feature> features();

    /// What [#start] would run, for reading. The addresses of the channels are placeholders and `AUTO` shows as `tcg`,
    /// because finding out more would mean doing something.
    CommandLine commandLine(VmSpec spec);

    /// Starts the machine and returns when it runs and its console, events and control channels are connected. No byte
    /// of the console is lost: a listener that is added later is first given what came before.
    ///
    /// @throws dev.lamina.model.problem.EnvironmentException a program, memory or a port is missing
    /// @throws dev.lamina.model.problem.InputException a file of the specification cannot be read
    /// @throws dev.lamina.model.problem.ExternalException the hypervisor refused for another reason
    VmHandle start(VmSpec spec, Reporter reporter);

    /// As [#start], but the machine goes on without this process, and its console without a listener.
    ///
    /// @throws InputException this hypervisor cannot ([Feature#BACKGROUND])
    default DetachedVm.Started detach(VmSpec spec, Reporter reporter) {
        throw new InputException(
                "a machine of " + title() + " does not go on without Lamina",
                "leave out --detach, or take --backend qemu");
    }

    /// A machine in the background; empty when it is none of this hypervisor's.
    default Optional<BackgroundVm> background(DetachedVm vm) {
        return Optional.empty();
    }
}
