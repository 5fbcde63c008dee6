package dev.lamina.vmlaunch;

/// Where a machine is in its life. [#STOPPED] and [#FAILED] are final.
public enum VmState {
    STARTING,
    RUNNING,
    PAUSED,
    STOPPING,
    STOPPED,
    FAILED;

    public boolean isFinal() {
        return this == STOPPED || this == FAILED;
    }
}
