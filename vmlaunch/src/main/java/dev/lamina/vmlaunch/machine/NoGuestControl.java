package dev.lamina.vmlaunch.machine;

import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import java.time.Duration;
import java.util.List;

/// Stands where a hypervisor has no channel to the guest's agent.
public final class NoGuestControl implements GuestControl {
    private final String hypervisor;

    /// @param hypervisor as people write it
    public NoGuestControl(String hypervisor) {
        this.hypervisor = hypervisor;
    }

    private GuestControlException refused(String request) {
        return new GuestControlException(
                request,
                hypervisor + " has no channel to the guest",
                "use the console, or run the machine with --backend qemu");
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        return false;
    }

    @Override
    public ExecResult exec(List<String> command, Duration timeout) {
        throw refused("exec");
    }

    @Override
    public ExecResult execIn(String service, List<String> command, Duration timeout) {
        throw refused("enter");
    }

    @Override
    public String logs(String component, Duration timeout) {
        throw refused("logs");
    }

    @Override
    public void service(ServiceAction action, String name, Duration timeout) {
        throw refused("service");
    }

    @Override
    public void powerOff(Duration timeout) {
        throw refused("poweroff");
    }
}
