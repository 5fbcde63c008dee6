package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.Accelerator;
import org.jspecify.annotations.Nullable;

/// The accelerator that was asked for cannot be used.
public final class AcceleratorException extends EnvironmentException {
    AcceleratorException(Accelerator accelerator, String reason, @Nullable String hint) {
        super("the accelerator " + accelerator + " cannot be used: " + reason, hint);
    }
}
