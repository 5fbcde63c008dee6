package dev.lamina.vmlaunch.mac;

import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.DetachedVm;

/// Machines of a hypervisor whose console lives in our process end with it.
///
/// @param hypervisor as users write it
public record NoDetaching(String hypervisor) {

    public InputException refuse() {
        return new InputException(
                "a machine of " + hypervisor + " does not go on without Lamina",
                "leave out --detach, or take --backend qemu");
    }

    /// None was ever started.
    public boolean runs(DetachedVm vm) {
        return false;
    }
}
