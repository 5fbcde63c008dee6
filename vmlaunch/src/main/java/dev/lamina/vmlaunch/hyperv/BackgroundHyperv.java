package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.hyperv.BackgroundMachines.Act;
import java.time.Duration;

/// One of the [BackgroundMachines].
record BackgroundHyperv(DetachedVm vm, BackgroundRecord record, BackgroundMachines machines, SerialPort.Dialler serial)
        implements BackgroundVm {
    /// A machine that nobody may ask for is taken to be there.
    @Override
    public boolean runs() {
        try {
            String state = machines.act(Act.STATE, record);
            return !state.equals("Off") && !state.equals("Gone");
        } catch (LaminaException e) {
            return true;
        }
    }

    @Override
    public AttachedVm attach() {
        return new AttachedHyperv(vm, record, machines, serial);
    }

    @Override
    public void stop(Duration grace) {
        machines.act(Act.STOP, record, grace);
        BackgroundRecord.forget(vm);
    }

    @Override
    public void kill() {
        machines.act(Act.KILL, record);
        BackgroundRecord.forget(vm);
    }
}
