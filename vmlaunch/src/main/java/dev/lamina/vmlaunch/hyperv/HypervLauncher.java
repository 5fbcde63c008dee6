package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.host.ConsoleLog;
import dev.lamina.vmlaunch.host.KernelFile;
import dev.lamina.vmlaunch.natives.HostCompute;
import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import dev.lamina.vmlaunch.natives.HostComputeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Starts machines: network, files, machine, console, and then the guest. Whatever goes wrong on the way leaves nothing
/// behind.
final class HypervLauncher {
    private static final String START = "start the machine";

    /// Of those that are loaded to a place of the loader's choice.
    private static final int OLDEST_BZIMAGE = 0x200;

    private final Services services;
    private final DefaultSwitch network;
    private final Orphans orphans;

    HypervLauncher(Services services, DefaultSwitch network, Orphans orphans) {
        this.services = services;
        this.network = network;
        this.orphans = orphans;
    }

    VmHandle launch(Blueprint wanted, Reporter reporter) {
        OutputStream log = ConsoleLog.open(wanted.spec());
        Belongings belongings = new Belongings();
        belongings.add(log::close);
        boolean running = false;
        try {
            Blueprint plan = plugged(wanted, belongings, reporter);
            HostCompute compute = services.compute().get();
            handOver(plan, compute, belongings);
            reporter.checkCancelled();
            VmHandle machine = started(new Making(plan, create(plan, compute, belongings), log, belongings));
            running = true;
            return machine;
        } finally {
            if (!running) {
                belongings.close();
            }
        }
    }

    /// What one start has made so far.
    record Making(Blueprint plan, ComputeSystem system, OutputStream log, Belongings belongings) {}

    /// A machine that can have no network runs without.
    private Blueprint plugged(Blueprint plan, Belongings belongings, Reporter reporter) {
        if (!plan.networked()) {
            return plan;
        }
        orphans.sweepCables();
        Optional<String> lack = network.lack().or(() -> refusal(plan, belongings));
        lack.ifPresent(reason -> reporter.warn("the machine has no network: " + reason));
        return lack.isPresent() ? plan.withoutNetwork() : plan;
    }

    private Optional<String> refusal(Blueprint plan, Belongings belongings) {
        try {
            network.plug(plan);
            belongings.add(() -> network.unplug(UUID.fromString(plan.id())));
            return Optional.empty();
        } catch (HostComputeException e) {
            return Optional.of(Failures.reason(e));
        }
    }

    /// The worker process has an account of its own.
    private static void handOver(Blueprint plan, HostCompute compute, Belongings belongings) {
        if (plan.spec().media() instanceof BootMedia.KernelInitrd media) {
            kernel(plan, media, belongings);
        }
        for (Path file : plan.files()) {
            Failures.explained("let the machine read " + file, () -> {
                compute.grantAccess(plan.id(), file);
                return file;
            });
            belongings.add(() -> compute.revokeAccess(plan.id(), file));
        }
    }

    private static void kernel(Blueprint plan, BootMedia.KernelInitrd media, Belongings belongings) {
        try {
            if (plan.bootsByStub()) {
                belongings.add(() -> BootFolder.remove(plan.bootFolder()));
                BootFolder.fill(plan.bootFolder(), media);
            } else {
                checkForm(media.kernel());
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the kernel " + media.kernel() + " cannot be prepared: " + e.getMessage(),
                    "check the permissions of " + plan.spec().stateDir() + " and the space on its disk",
                    e);
        }
    }

    private static void checkForm(Path kernel) throws IOException {
        KernelFile file = KernelFile.read(kernel);
        if (!file.isBzImage(OLDEST_BZIMAGE) && !file.isElf()) {
            throw HypervLimits.lacks(
                    "cannot load the kernel " + kernel + ", which is neither a bzImage nor a vmlinux",
                    "take --backend qemu");
        }
    }

    private static ComputeSystem create(Blueprint plan, HostCompute compute, Belongings belongings) {
        ComputeSystem system = Failures.explained("make the machine", () -> compute.create(plan.id(), plan.document()));
        belongings.add(system::close);
        return system;
    }

    private VmHandle started(Making making) {
        try (ConsoleCall call = new ConsoleCall(services.serial(), making.plan().pipe(), making.system())) {
            call.awaitEarly();
            Failures.explained(START, () -> {
                making.system().start();
                return making;
            });
            SerialPort port = call.answered();
            making.belongings().add(port::close);
            HypervMachine machine = HypervMachine.of(making, port);
            machine.begin();
            return machine;
        } catch (IOException e) {
            throw withoutConsole(making.system(), e);
        }
    }

    private static LaminaException withoutConsole(ComputeSystem system, IOException cause) {
        return ConsoleCall.ended(system)
                .<LaminaException>map(exit -> new ExternalException(
                        "Hyper-V cannot start the machine: "
                                + exit.exit(false, Optional.empty()).detail(),
                        Trouble.TERMINATED_DURING_START.hint()))
                .orElseGet(() -> new ExternalException(
                        "the console of the machine cannot be reached: " + cause.getMessage(), "try again", cause));
    }
}
