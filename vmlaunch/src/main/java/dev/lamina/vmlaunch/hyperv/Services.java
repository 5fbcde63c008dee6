package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.natives.AcceleratorDevices;
import dev.lamina.vmlaunch.natives.HostCompute;
import dev.lamina.vmlaunch.natives.HostNetworks;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/// The parts of Windows that machines need; none is touched before it is asked for.
///
/// @param hypervisorOff it is certain that the Windows hypervisor does not run
/// @param processes whether a process of this number runs
record Services(
        Supplier<HostCompute> compute,
        Supplier<HostNetworks> networks,
        SerialPort.Dialler serial,
        BooleanSupplier hypervisorOff,
        LongPredicate processes) {

    static Services ofThisSystem() {
        return new Services(
                HostCompute::open,
                HostNetworks::open,
                SerialPort::dial,
                AcceleratorDevices::isWindowsHypervisorOff,
                process -> ProcessHandle.of(process).isPresent());
    }
}
