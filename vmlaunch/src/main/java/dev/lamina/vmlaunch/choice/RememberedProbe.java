package dev.lamina.vmlaunch.choice;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.Capabilities;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.time.Duration;

/// A hypervisor whose answers are remembered for a while.
///
/// @param where the user says that it is; another place gets another answer
record RememberedProbe(Hypervisor hypervisor, String where, ProbeMemory memory) implements Hypervisor {
    @Override
    public String id() {
        return hypervisor.id();
    }

    @Override
    public String title() {
        return hypervisor.title();
    }

    @Override
    public Availability probe(Arch guest) {
        return memory.answer(new ProbeMemory.Question(id() + where, guest), () -> hypervisor.probe(guest));
    }

    @Override
    public Capabilities capabilities() {
        return hypervisor.capabilities();
    }

    @Override
    public CommandLine commandLine(VmSpec spec) {
        return hypervisor.commandLine(spec);
    }

    @Override
    public VmHandle start(VmSpec spec, Reporter reporter) {
        return hypervisor.start(spec, reporter);
    }

    @Override
    public DetachedVm.Started detach(VmSpec spec, Reporter reporter) {
        return hypervisor.detach(spec, reporter);
    }

    @Override
    public boolean owns(DetachedVm vm) {
        return hypervisor.owns(vm);
    }

    @Override
    public AttachedVm attach(DetachedVm vm) {
        return hypervisor.attach(vm);
    }

    @Override
    public boolean runs(DetachedVm vm) {
        return hypervisor.runs(vm);
    }

    @Override
    public void stop(DetachedVm vm, Duration grace) throws InterruptedException {
        hypervisor.stop(vm, grace);
    }

    @Override
    public void kill(DetachedVm vm) {
        hypervisor.kill(vm);
    }
}
