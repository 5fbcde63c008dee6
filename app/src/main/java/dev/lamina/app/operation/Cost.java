package dev.lamina.app.operation;

import dev.lamina.assembler.io.Storage.IoAction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What the same thing cost, several times.
///
/// @param cpu of all threads of the process, those of the compiler of the Java machine among them
public record Cost(Timings wall, Timings cpu) {

    static Cost of(List<One> runs) {
        return new Cost(
                new Timings(runs.stream().map(One::wall).toList()),
                new Timings(runs.stream().map(One::cpu).toList()));
    }

    /// What it cost once.
    record One(Duration wall, Duration cpu) {
        static One of(IoAction work) throws IOException {
            Duration cpu = cpuTime();
            long begun = System.nanoTime();
            work.run();
            return new One(
                    Duration.ofNanos(System.nanoTime() - begun), cpuTime().minus(cpu));
        }
    }

    /// What this process has taken of the processors' time. As precise as the system's accounting; on Linux
    /// 10 ms.
    static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
