package dev.lamina.app.operation;

import dev.lamina.app.operation.ReadyWatch.Ready;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Finds out with how little memory a system still gets ready, by halving.
public final class BenchMemory {
    /// As fine as the answer is; a machine's own needs vary by more between kernels.
    private static final long STEP_MIB = 4;

    private static final Duration FIRST_TIMEOUT = Duration.ofMinutes(2);

    /// A machine that swaps or kills for want of memory takes longer; one that takes so much longer does not count.
    private static final int PATIENCE = 4;

    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(40);

    /// What the kernel prints when files are missing (init/initramfs.c). The boot goes on, and may well end.
    private static final String MISSING = "Initramfs unpacking failed";

    private final Path machines;
    private final Path directory;
    private final BootMediaFinder finder;
    private final Hypervisor hypervisor;

    /// @param directory relative paths of disks start here
    public BenchMemory(Path machines, Path directory, BootMediaFinder finder, Hypervisor hypervisor) {
        this.machines = machines;
        this.directory = directory;
        this.finder = finder;
        this.hypervisor = hypervisor;
    }

    /// @param machine the memory it names is the most that is tried; its disks stay from one try to the next
    public record Request(BootSource source, MachineOptions machine) {}

    /// @param mib with so much it gets ready; with 4 less it did not
    /// @param tries in their order
    public record Result(String name, Arch arch, Accelerator accelerator, long mib, List<Try> tries) {
        public Result {
            tries = List.copyOf(tries);
        }
    }

    /// @param ready empty when it did not get ready
    public record Try(long mib, Optional<Duration> ready) {}

    public Result run(Request request, InputStream standardInput, Reporter reporter)
            throws IOException, InterruptedException {
        String name = request.source().effectiveName();
        try (MachineFolder folder = MachineFolder.claimLike(machines, "bench-" + name);
                BootMediaFinder.Found found = finder.find(request.source(), hypervisor, standardInput, reporter)) {
            VmSpec spec = VmSpec.of(folder.name(), found.direct(), folder.path())
                    .withCpus(request.machine().cpus())
                    .withAccelerator(request.machine().accelerator())
                    .withDisks(new DiskFiles(directory, folder.path(), reporter)
                            .provide(request.machine().disks()));
            return search(name, MachineMemory.apply(spec, request.machine().memory(), reporter), reporter);
        }
    }

    private Result search(String name, VmSpec spec, Reporter reporter) throws InterruptedException {
        List<Try> tries = new ArrayList<>();
        Booted first = boot(spec, spec.memoryMib(), FIRST_TIMEOUT, reporter);
        tries.add(first.attempt());
        Duration usual = first.attempt()
                .ready()
                .orElseThrow(() -> new ExternalException(
                        name + " did not get ready with " + spec.memoryMib() + " MiB", "give it more with --mem"));
        Duration timeout = max(usual.multipliedBy(PATIENCE), LEAST_TIMEOUT);
        VmSpec chosen = spec.withAccelerator(AcceleratorChoice.of(first.accelerator()));
        long enough = spec.memoryMib() / STEP_MIB;
        long little = 0;
        while (enough - little > 1) {
            long middle = (enough + little) / 2;
            Try attempt = attempt(chosen, middle * STEP_MIB, timeout, reporter);
            tries.add(attempt);
            if (attempt.ready().isPresent()) {
                enough = middle;
            } else {
                little = middle;
            }
        }
        return new Result(name, spec.arch(), first.accelerator(), enough * STEP_MIB, tries);
    }

    /// A machine whose memory cannot even hold the unpacked system is not started.
    private Try attempt(VmSpec spec, long mib, Duration timeout, Reporter reporter) throws InterruptedException {
        try {
            return boot(spec, mib, timeout, reporter).attempt();
        } catch (NotEnoughMemoryException e) {
            return new Try(mib, Optional.empty());
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private record Booted(Try attempt, Accelerator accelerator) {}

    private Booted boot(VmSpec spec, long mib, Duration timeout, Reporter reporter) throws InterruptedException {
        try (Reporter.Step ignored = reporter.begin("booting with " + mib + " MiB");
                VmHandle vm = hypervisor.start(spec.withMemory(mib * VmSpec.MIB), reporter)) {
            Try attempt = new Try(mib, ready(vm, timeout));
            vm.kill();
            return new Booted(attempt, vm.accelerator());
        }
    }

    /// Ready, with all files, and with everything that it should have started.
    private static Optional<Duration> ready(VmHandle vm, Duration timeout) throws InterruptedException {
        AtomicBoolean broken = new AtomicBoolean();
        try (Subscription ignored = vm.onEvent(event -> broken.compareAndSet(false, isFailure(event)))) {
            Ready ready = ReadyWatch.await(vm, System.nanoTime(), timeout);
            return broken.get() || said(vm, MISSING) ? Optional.empty() : Optional.of(ready.after());
        } catch (ExternalException e) {
            return Optional.empty();
        }
    }

    private static boolean said(VmHandle vm, String text) {
        return new String(vm.console().recent(), StandardCharsets.ISO_8859_1).contains(text);
    }

    private static boolean isFailure(VmEvent event) {
        return event instanceof VmEvent.Guest guest
                && (guest.event().kind().equals("failed")
                        || guest.event().kind().equals("exit")
                                && !guest.event().field("code").orElse("0").equals("0"));
    }
}
