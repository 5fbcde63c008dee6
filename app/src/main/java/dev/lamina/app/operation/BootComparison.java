package dev.lamina.app.operation;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;

/// How much longer a system takes to get ready than its kernel alone takes to a shell.
///
/// @param accelerator that ran both
/// @param bare the kernel with an initrd that holds a shell and nothing else, until the shell's prompt
/// @param system the whole system until it was ready
/// @param timeline of its run with the median time
public record BootComparison(
        String name,
        Arch arch,
        Accelerator accelerator,
        long memoryMib,
        Timings bare,
        Timings system,
        ReadySign sign,
        BootTimeline timeline) {

    /// By what a system was seen to be ready.
    public enum ReadySign {
        /// Its init said so on the event channel.
        EVENT,
        /// It has no event channel; a login prompt came on the console.
        LOGIN_PROMPT
    }

    /// Of the medians.
    public double ratio() {
        return (double) system.median().toNanos() / bare.median().toNanos();
    }
}
