package dev.lamina.vmlaunch.natives;

import dev.lamina.model.problem.EnvironmentException;
import org.jspecify.annotations.Nullable;

/// This system has no Host Compute Service: it is no Windows, an old one, or the feature was never turned on.
public final class HostComputeMissingException extends EnvironmentException {
    HostComputeMissingException(String message, String hint, @Nullable Throwable cause) {
        super(message, hint, cause);
    }

    static HostComputeMissingException notWindows() {
        return new HostComputeMissingException(
                "Hyper-V is a part of Windows, and this system is none", "run the system with QEMU", null);
    }

    /// @param library e.g. `computecore`
    static HostComputeMissingException library(String library, Throwable cause) {
        return new HostComputeMissingException(
                "this Windows has no " + library + ".dll",
                "turn on 'Virtual Machine Platform' (or Hyper-V) in the Windows features and restart;"
                        + " it needs Windows 10 version 1809 or newer",
                cause);
    }
}
