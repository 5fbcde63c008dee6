package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.Accelerator;
import org.jspecify.annotations.Nullable;

/// The accelerator that was asked for cannot be used.
public final class AcceleratorException extends EnvironmentException {
    private final Accelerator accelerator;

    AcceleratorException(Accelerator accelerator, String reason, @Nullable String hint) {
        super("the accelerator " + accelerator + " cannot be used: " + reason, hint);
        this.accelerator = accelerator;
    }

    public Accelerator accelerator() {
        return accelerator;
    }
}
