package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostChecks;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Runs machines with QEMU: on Linux, macOS and Windows, accelerated when the host can, for every architecture.
public final class QemuHypervisor implements Hypervisor {
    private final HostSystem host;
    private final QemuLocator locator;
    private final Preparation preparation;
    private final ProcessRunner runner;
    private final QemuLauncher launcher;
    private final DetachedQemu detached;
    private final AcceleratorSelector selector;
    private final QemuVersions versions;

    public QemuHypervisor(QemuSettings settings) {
        this.host = HostSystem.current(settings.environment());
        this.preparation = new Preparation(
                host, new Firmware(Path.of("/"), host), new VirtiofsdLocator(host, settings.virtiofsd()));
        this.runner = new ProcessRunner();
        this.locator = QemuLocator.of(host, settings.location(), runner);
        this.launcher = new QemuLauncher(host, runner);
        this.detached = new DetachedQemu(host, runner);
        this.versions = new QemuVersions(runner);
        this.selector = AcceleratorSelector.of(host, launcher, settings);
    }

    @Override
    public String id() {
        return "qemu";
    }

    @Override
    public String title() {
        return "QEMU";
    }

    @Override
    public Availability probe(Arch guest) {
        Optional<Path> program = locator.find(guest);
        if (program.isEmpty()) {
            QemuMissingException missing = missing(guest);
            return Availability.missing(
                    String.valueOf(missing.getMessage()), missing.hint().orElse(""));
        }
        QemuBinary qemu = versions.inspect(program.get());
        return Availability.ready(qemu.describe(), List.of(accelerationFact(qemu, guest)));
    }

    private String accelerationFact(QemuBinary qemu, Arch guest) {
        if (guest != host.arch()) {
            return "no acceleration: the guest is " + guest + " and this machine " + host.arch();
        }
        Acceleration known = selector.known(Optional.of(qemu));
        return known.text() + known.fix().map(fix -> " (" + fix + ")").orElse("");
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public CommandLine commandLine(VmSpec spec) {
        return QemuCommand.of(
                "qemu-system-" + spec.arch().machine(),
                spec,
                spec.accelerator().accelerator().orElse(Accelerator.TCG),
                Channels.in(Path.of("RUNTIME_DIR")));
    }

    @Override
    public VmHandle start(VmSpec spec, Reporter reporter) {
        QemuBinary qemu = checked(spec);
        Accelerator accelerator = accelerator(qemu, spec, reporter);
        SnapshotFile.prepare(spec, accelerator, qemu);
        QemuMachine machine = launch(qemu, spec, accelerator, reporter);
        machine.onEvent(event -> learn(event, machine, qemu, spec));
        return machine;
    }

    @Override
    public DetachedVm.Started detach(VmSpec spec, Reporter reporter) {
        QemuBinary qemu = checked(spec);
        Accelerator accelerator = accelerator(qemu, spec, reporter);
        SnapshotFile.prepare(spec, accelerator, qemu);
        return detached.start(qemu, spec, accelerator, preparation.detached(spec, qemu.path()));
    }

    /// All that nobody else knows.
    @Override
    public Optional<BackgroundVm> background(DetachedVm vm) {
        return Optional.of(new BackgroundQemu(vm));
    }

    private QemuBinary checked(VmSpec spec) {
        Path program = locator.find(spec.arch()).orElseThrow(() -> missing(spec.arch()));
        HostChecks.check(spec);
        return versions.inspect(program);
    }

    private Accelerator accelerator(QemuBinary qemu, VmSpec spec, Reporter reporter) {
        try {
            reporter.checkCancelled();
            Accelerator accelerator = selector.choose(qemu, spec, reporter);
            reporter.checkCancelled();
            return accelerator;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private QemuMachine launch(QemuBinary qemu, VmSpec spec, Accelerator accelerator, Reporter reporter) {
        HelperPrograms helpers = new HelperPrograms(host, runner);
        boolean running = false;
        try {
            Attachments attachments = preparation.attached(spec, qemu.path(), helpers, reporter);
            QemuMachine machine = launcher.launch(qemu, spec, accelerator, attachments, helpers);
            running = true;
            return machine;
        } finally {
            if (!running) {
                helpers.close();
            }
        }
    }

    private void learn(VmEvent event, QemuMachine machine, QemuBinary qemu, VmSpec spec) {
        if (event instanceof VmEvent.Exited && machine.acceleratorFailed()) {
            selector.refute(qemu, spec, machine.accelerator());
        }
    }

    private QemuMissingException missing(Arch guest) {
        return new QemuMissingException(guest, locator.wish(), InstallAdvice.forQemu(host, guest));
    }
}
