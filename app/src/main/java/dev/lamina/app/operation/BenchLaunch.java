package dev.lamina.app.operation;

import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.VmHandle;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Measures what Lamina itself adds to the start of a machine, next to QEMU alone with the same command line: from the
/// call of [RunVm] on a system that is built to the first instruction. Both start in turns, in this process, so
/// that whatever else this computer does slows both.
public final class BenchLaunch {
    private final Supplier<RunVm> runVm;
    private final Alone alone;

    /// The hypervisor without Lamina around it.
    @FunctionalInterface
    public interface Alone {
        /// @return from before its start to the guest's first instruction
        Duration untilFirstInstruction(CommandLine command) throws IOException;
    }

    /// @param runVm made anew for each start, as the window does
    public BenchLaunch(Supplier<RunVm> runVm, Alone alone) {
        this.runVm = runVm;
        this.alone = alone;
    }

    /// @param runs of each of the two; a first one of both is not counted
    public record Request(BootSource source, MachineOptions machine, int runs) {
        public Request {
            Timings.checkRuns(runs);
        }
    }

    /// @param alone of QEMU without Lamina
    /// @param lamina until the processor runs and all channels are connected
    /// @param own what of that is Lamina's, run by run
    public record Result(Timings alone, Timings lamina, Timings own) {}

    public Result run(Request request, Reporter reporter) throws IOException {
        List<Duration> bare = new ArrayList<>();
        List<Duration> whole = new ArrayList<>();
        List<Duration> own = new ArrayList<>();
        for (int run = 0; run <= request.runs(); run++) {
            try (Reporter.Step ignored = reporter.begin("start " + run + " of " + request.runs())) {
                Started started = start(request);
                Duration qemu = alone.untilFirstInstruction(started.command());
                if (run > 0) {
                    bare.add(qemu);
                    whole.add(started.took());
                    own.add(started.took().minus(qemu));
                }
            }
        }
        return new Result(new Timings(bare), new Timings(whole), new Timings(own));
    }

    private record Started(Duration took, CommandLine command) {}

    private Started start(Request request) throws IOException {
        long begun = System.nanoTime();
        try (VmHandle vm = runVm.get()
                .start(
                        new RunVm.Request(request.source(), request.machine()),
                        InputStream.nullInputStream(),
                        Reporter.silent())) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            vm.kill();
            return new Started(took, vm.commandLine());
        }
    }
}
