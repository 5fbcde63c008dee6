package dev.lamina.app.operation;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.remote.RemoteVm;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The end of a machine that another process of Lamina runs.
///
/// @param grace for the guest
/// @param runs whether it still does
record MachineEnd(MachineRecord machine, Duration grace, BooleanSupplier runs) {

    /// Asks its process, which may run other machines as well; one that cannot be asked is ended with its machine.
    void bringAbout(Optional<RemoteVm> vm) throws InterruptedException {
        if (vm.isEmpty()) {
            endProcess();
            return;
        }
        try (RemoteVm held = vm.get()) {
            held.shutdown(grace);
        } catch (EnvironmentException e) {
            // A process that has nothing else to do ends with its machine, perhaps before it has answered.
            if (runs.getAsBoolean()) {
                throw e;
            }
        }
    }

    /// Lamina ends its machine when it is asked to end itself.
    private void endProcess() throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(machine.pid())
                .filter(handle -> handle.pid() != ProcessHandle.current().pid());
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new EnvironmentException(
                    "the machine " + machine.name() + " does not end",
                    "end the process " + machine.pid() + " yourself",
                    e);
        }
    }
}
