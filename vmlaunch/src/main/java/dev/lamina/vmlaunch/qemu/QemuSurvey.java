package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.nio.file.Path;
import java.util.Optional;

/// What QEMU has on this computer, for whoever looks for what is missing. Only [#tryNow] starts a machine.
public final class QemuSurvey {
    private final HostSystem host;
    private final QemuLocator locator;
    private final VirtiofsdLocator virtiofsd;
    private final Firmware firmware;
    private final QemuVersions versions;
    private final AcceleratorSelector selector;

    public QemuSurvey(QemuSettings settings) {
        this.host = HostSystem.current(settings.environment());
        ProcessRunner runner = new ProcessRunner();
        this.locator = QemuLocator.of(host, settings.location(), runner);
        this.virtiofsd = new VirtiofsdLocator(host, settings.virtiofsd());
        this.firmware = new Firmware(Path.of("/"), host);
        this.versions = new QemuVersions(runner);
        this.selector = AcceleratorSelector.of(host, new QemuLauncher(host, runner), settings);
    }

    /// `qemu-system-ARCH`.
    public Optional<Path> program(Arch guest) {
        return locator.find(guest);
    }

    /// The code of UEFI for such guests.
    public Optional<Path> firmware(Arch guest) {
        return firmware.find(guest, program(guest).orElse(Path.of("qemu")));
    }

    public Optional<Path> virtiofsd() {
        try {
            return virtiofsd.find();
        } catch (EnvironmentException e) {
            return Optional.empty();
        }
    }

    /// What is the TPM of a machine.
    public Optional<Path> swtpm() {
        return new Swtpm(host).find();
    }

    /// By a cheap question to the system, and by what was remembered of the last trial.
    public Acceleration acceleration() {
        return selector.known(program(host.arch()).map(versions::inspect));
    }

    /// Lets the accelerator run a kernel, which takes up to half a minute, and remembers how that went.
    ///
    /// @param kernel of this computer's architecture
    public Acceleration tryNow(Path kernel) throws InterruptedException {
        Optional<QemuBinary> qemu = program(host.arch()).map(versions::inspect);
        if (qemu.isPresent() && selector.known(qemu).obstacle().isEmpty()) {
            selector.tryNow(qemu.get(), kernel);
        }
        return selector.known(qemu);
    }
}
