package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmExit.Reason;
import dev.lamina.vmlaunch.process.SafeWords;

/// Collects why a machine ends; the process's exit code alone does not tell.
final class Ending {
    private boolean guestShutdown;
    private boolean stopped;
    private boolean panicked;
    private boolean acceleratorFailed;

    /// @param byGuest the guest powered off, rather than a monitor command or a signal
    synchronized void shutdown(boolean byGuest) {
        guestShutdown |= byGuest;
    }

    synchronized void stopped() {
        stopped = true;
    }

    synchronized void guestPanicked() {
        panicked = true;
    }

    synchronized void acceleratorFailed() {
        acceleratorFailed = true;
    }

    synchronized boolean isAcceleratorFailed() {
        return acceleratorFailed;
    }

    /// @param code of QEMU
    /// @param output what QEMU printed
    synchronized VmExit exit(int code, Accelerator accelerator, String output) {
        if (acceleratorFailed) {
            return new VmExit(Reason.FAILED, code, "the accelerator " + accelerator + " failed while it ran the guest");
        }
        if (panicked) {
            return new VmExit(Reason.FAILED, code, "the guest's kernel panicked");
        }
        if (guestShutdown && code == 0) {
            return new VmExit(Reason.POWERED_OFF, code, "the guest powered off");
        }
        if (stopped) {
            return new VmExit(Reason.STOPPED, code, "the machine was stopped");
        }
        if (code == 0) {
            return new VmExit(Reason.STOPPED, code, "QEMU was stopped from outside");
        }
        String sentence = "QEMU ended with exit code " + code;
        return new VmExit(Reason.FAILED, code, SafeWords.append(sentence, QemuFailure.lastLine(output)));
    }
}
