package dev.lamina.vmlaunch.choice;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.util.Optional;
import java.util.Set;

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
    public Set<Feature> features() {
        return hypervisor.features();
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
    public Optional<BackgroundVm> background(DetachedVm vm) {
        return hypervisor.background(vm);
    }
}
