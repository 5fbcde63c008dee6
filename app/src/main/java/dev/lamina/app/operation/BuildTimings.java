package dev.lamina.app.operation;

import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.time.Duration;
import java.util.List;

/// How long builds of a system took in one running process.
///
/// @param bytes of all files of the image
/// @param first nothing but the images was there: their layers were read, everything was compressed
/// @param unchanged the same again
/// @param changed again, with another environment for one service
public record BuildTimings(
        String name, Arch arch, CompressionLevel compression, long bytes, Cost first, Cost unchanged, Cost changed) {

    /// What the same thing cost, several times.
    ///
    /// @param cpu of all threads of the process, those of the compiler of the Java machine among them
    public record Cost(Timings wall, Timings cpu) {

        static Cost of(List<One> runs) {
            return new Cost(
                    new Timings(runs.stream().map(One::wall).toList()),
                    new Timings(runs.stream().map(One::cpu).toList()));
        }
    }

    /// What it cost once.
    record One(Duration wall, Duration cpu) {}
}
