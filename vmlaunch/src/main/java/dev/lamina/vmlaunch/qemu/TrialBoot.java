package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.WatchResult;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.qemu.VerdictStore.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Finds out whether an accelerator runs a kernel by letting it: the kernel of the image, without an initrd, until it
/// panics for want of a root file system. A device that opens proves nothing: nested or software virtualization may run
/// the firmware and then stop at an instruction that the kernel's decompressor uses.
final class TrialBoot {
    private static final Duration FIRST_LINE = Duration.ofSeconds(10);
    private static final Duration WHOLE_KERNEL = Duration.ofSeconds(10);
    private static final long MEMORY = 256 * VmSpec.MIB;

    private final QemuLauncher launcher;

    TrialBoot(QemuLauncher launcher) {
        this.launcher = launcher;
    }

    /// @param kernel of the image
    Verdict run(QemuBinary qemu, Arch arch, Path kernel, Accelerator accelerator) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("lamina-trial-");
            try {
                return run(qemu, spec(arch, kernel, folder), accelerator);
            } finally {
                Quietly.close(RuntimeDir.of(folder));
            }
        } catch (IOException e) {
            return new Verdict(false, "no trial was possible: " + e.getMessage());
        }
    }

    private static VmSpec spec(Arch arch, Path kernel, Path folder) {
        BootMedia kernelOnly = new BootMedia.KernelInitrd(arch, kernel, Optional.empty(), earlyConsole(arch));
        return VmSpec.of("trial", kernelOnly, folder).withMemory(MEMORY);
    }

    /// The first line comes before the kernel looks for its devices.
    private static String earlyConsole(Arch arch) {
        return switch (arch) {
            case AMD64 -> "earlyprintk=serial,ttyS0,115200";
            case ARM64, RISCV64 -> "earlycon";
            case S390X -> "";
        };
    }

    private Verdict run(QemuBinary qemu, VmSpec spec, Accelerator accelerator) throws InterruptedException {
        try (QemuMachine machine = launcher.launch(qemu, spec, accelerator)) {
            WatchResult first = ConsoleWatcher.await(machine, "Linux version", FIRST_LINE);
            if (!first.seen()) {
                return failure(machine, "the kernel printed nothing within " + FIRST_LINE.toSeconds() + " s");
            }
            ConsoleWatcher.await(machine, "Kernel panic", WHOLE_KERNEL);
            return machine.state().isFinal()
                    ? failure(machine, "the machine stopped while the kernel started")
                    : new Verdict(true, "");
        } catch (LaminaException e) {
            return new Verdict(false, String.valueOf(e.getMessage()));
        }
    }

    private static Verdict failure(QemuMachine machine, String otherwise) {
        return new Verdict(
                false, machine.acceleratorFailed() ? "it stopped at an instruction of the kernel" : otherwise);
    }
}
