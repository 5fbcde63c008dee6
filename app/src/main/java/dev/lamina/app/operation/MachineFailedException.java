package dev.lamina.app.operation;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.vmlaunch.VmExit;
import java.nio.file.Path;

/// A machine ended, but not because its guest powered off.
public final class MachineFailedException extends ExternalException {
    public MachineFailedException(VmExit exit, Path consoleLog) {
        super(
                (exit.failed() ? "the machine failed: " : "the machine ended too early: ") + exit.detail(),
                "what the guest said is in " + consoleLog);
    }
}
