package dev.lamina.app.operation;

import dev.lamina.app.operation.ReadyWatch.Ready;
import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Measures what a system adds to the boot of its kernel: both boot on the same machine, in turns, so that
/// whatever else this computer does slows both.
///
/// The clock runs from when the machine's processor starts; QEMU's own start is the same for both and not counted.
public final class BenchBoot {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Path machines;
    private final BootMediaFinder finder;
    private final Hypervisor hypervisor;

    public BenchBoot(Path machines, BootMediaFinder finder, Hypervisor hypervisor) {
        this.machines = machines;
        this.finder = finder;
        this.hypervisor = hypervisor;
    }

    /// @param runs of each of the two
    public record Request(BootSource source, MachineOptions machine, int runs) {
        public Request {
            Timings.checkRuns(runs);
        }
    }

    public BootComparison run(Request request, InputStream standardInput, Reporter reporter)
            throws IOException, InterruptedException {
        String name = request.source().effectiveName();
        try (MachineFolder folder = MachineFolder.claimLike(machines, "bench-" + name);
                BootMediaFinder.Found found = finder.find(request.source(), hypervisor, standardInput, reporter)) {
            VmSpec system = MachineMemory.apply(
                    spec(found.direct(), folder, request.machine()),
                    request.machine().memory(),
                    reporter);
            return measure(name, system, bare(system, found.direct(), folder), request.runs(), reporter);
        }
    }

    private static VmSpec spec(BootMedia.KernelInitrd media, MachineFolder folder, MachineOptions options) {
        return VmSpec.of(folder.name(), media, folder.path())
                .withCpus(options.cpus())
                .withAccelerator(options.accelerator())
                .withExtraCmdline(quiet(media));
    }

    /// Writing what the kernel says to a serial port takes longer than much of what it does.
    private static String quiet(BootMedia.KernelInitrd media) {
        return Arrays.asList(media.cmdline().split("\\s+")).contains("quiet") ? "" : "quiet";
    }

    private static VmSpec bare(VmSpec system, BootMedia.KernelInitrd media, MachineFolder folder) throws IOException {
        Path initrd = folder.path().resolve("bare-initrd.img");
        BareInitrd.write(
                media.initrd().orElseThrow(() -> new InputException("the system has no initrd to compare with", null)),
                initrd);
        return system.withMedia(
                new BootMedia.KernelInitrd(media.arch(), media.kernel(), Optional.of(initrd), media.cmdline()));
    }

    private BootComparison measure(String name, VmSpec system, VmSpec bare, int runs, Reporter reporter)
            throws InterruptedException {
        List<Duration> shell = new ArrayList<>();
        List<Ready> ready = new ArrayList<>();
        AcceleratorChoice accelerator = system.accelerator();
        for (int run = 1; run <= runs; run++) {
            Timed<Duration> first = boot(
                    "Bare kernel, run " + run + " of " + runs,
                    bare.withAccelerator(accelerator),
                    reporter,
                    BenchBoot::awaitShell);
            // Decided once; from here on both are told, and nothing is said twice.
            accelerator = AcceleratorChoice.of(first.accelerator());
            shell.add(first.result());
            ready.add(boot(
                            "Whole system, run " + run + " of " + runs,
                            system.withAccelerator(accelerator),
                            reporter,
                            BenchBoot::awaitReady)
                    .result());
        }
        return new BootComparison(
                name,
                system.arch(),
                accelerator.accelerator().orElseThrow(),
                system.memoryMib(),
                new Timings(shell),
                new Timings(ready.stream().map(Ready::after).toList()),
                ready.getLast().sign(),
                middle(ready).timeline());
    }

    /// The run with the median time; the quicker one of two.
    private static Ready middle(List<Ready> runs) {
        return runs.stream().sorted(Comparator.comparing(Ready::after)).toList().get((runs.size() - 1) / 2);
    }

    private record Timed<T>(T result, Accelerator accelerator) {}

    /// Waits for what ends a measurement.
    @FunctionalInterface
    private interface Goal<T> {
        T await(VmHandle vm, long begun) throws InterruptedException;
    }

    private <T> Timed<T> boot(String label, VmSpec spec, Reporter reporter, Goal<T> goal) throws InterruptedException {
        try (Reporter.Step ignored = reporter.begin(label);
                VmHandle vm = hypervisor.start(spec, reporter)) {
            T result = goal.await(vm, System.nanoTime());
            vm.kill();
            return new Timed<>(result, vm.accelerator());
        }
    }

    private static Duration awaitShell(VmHandle vm, long begun) throws InterruptedException {
        ConsoleWatcher.await(vm, BareInitrd.PROMPT, TIMEOUT).orThrow();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Ready awaitReady(VmHandle vm, long begun) throws InterruptedException {
        return ReadyWatch.await(vm, begun, TIMEOUT);
    }
}
