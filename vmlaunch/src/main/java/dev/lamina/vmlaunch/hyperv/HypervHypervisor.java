package dev.lamina.vmlaunch.hyperv;

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
import dev.lamina.vmlaunch.host.HostChecks;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Runs machines with Hyper-V, by the Host Compute Service of Windows 10 1809, Server 2019 and later: guests of the
/// computer's own architecture, which end with Lamina. They have neither ports to publish nor the guest's channels;
/// events come out of the console.
///
/// What would be a command line elsewhere is a document here: `hcs create ID DOCUMENT`.
public final class HypervHypervisor implements Hypervisor {
    /// Of a probe.
    private static final Duration PATIENCE = Duration.ofMillis(1800);

    private final HypervProbe probe;
    private final HypervLauncher launcher;
    private final Orphans orphans;
    private final BackgroundMachines background;
    private final SerialPort.Dialler serial;
    private final RandomGenerator random;

    /// @param environment of the process
    public HypervHypervisor(Map<String, String> environment) {
        this(HostSystem.current(environment), Services.ofThisSystem(), new ProcessRunner(), new SecureRandom());
    }

    HypervHypervisor(HostSystem host, Services services, ProcessRunner runner, RandomGenerator random) {
        DefaultSwitch network = new DefaultSwitch(services.networks());
        this.orphans = new Orphans(services, network);
        this.probe = new HypervProbe(host, services, network, orphans, PATIENCE);
        this.launcher = new HypervLauncher(services, network, orphans);
        this.background = new BackgroundMachines(new PowerShell(host, runner));
        this.serial = services.serial();
        this.random = random;
    }

    @Override
    public String id() {
        return "hyperv";
    }

    @Override
    public String title() {
        return "Hyper-V";
    }

    @Override
    public Availability probe(Arch guest) {
        return probe.probe(guest);
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.PAUSE, Feature.BACKGROUND);
    }

    @Override
    public CommandLine commandLine(VmSpec spec) {
        HypervLimits.check(spec);
        return Blueprint.shown(spec).commandLine();
    }

    @Override
    public VmHandle start(VmSpec spec, Reporter reporter) {
        probe.require(spec.arch());
        HypervLimits.check(spec);
        HostChecks.check(spec);
        SchemaVersion offered = probe.offered();
        reporter.checkCancelled();
        MachineId id = MachineId.random(random, ProcessHandle.current().pid());
        return launcher.launch(Blueprint.of(spec, id, offered), reporter);
    }

    /// With Hyper-V's own tools, which show it and keep it until it is stopped.
    @Override
    public DetachedVm.Started detach(VmSpec spec, Reporter reporter) {
        probe.require(spec.arch());
        BackgroundMachines.check(spec);
        HostChecks.check(spec);
        reporter.checkCancelled();
        return background.start(spec, reporter);
    }

    @Override
    public Optional<BackgroundVm> background(DetachedVm vm) {
        return BackgroundRecord.of(vm).map(record -> new BackgroundHyperv(vm, record, background, serial));
    }

    /// What a Lamina has left behind that was ended by force. Asks Windows; empty where it cannot be asked.
    public List<HypervOrphan> orphans() {
        return orphans.find();
    }

    /// Removes one of [#orphans()].
    ///
    /// @throws dev.lamina.model.problem.LaminaException Windows refused
    public void remove(HypervOrphan orphan) {
        orphans.remove(orphan);
    }
}
