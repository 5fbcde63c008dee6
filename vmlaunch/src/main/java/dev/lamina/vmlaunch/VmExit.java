package dev.lamina.vmlaunch;

/// How a machine ended.
///
/// @param code exit code of the hypervisor's process
/// @param detail one plain sentence
public record VmExit(Reason reason, int code, String detail) {

    public enum Reason {
        /// The guest powered itself off, or did so when asked.
        POWERED_OFF,
        /// We ended it without the guest's consent.
        STOPPED,
        /// The hypervisor or the guest failed.
        FAILED
    }

    public boolean failed() {
        return reason == Reason.FAILED;
    }
}
