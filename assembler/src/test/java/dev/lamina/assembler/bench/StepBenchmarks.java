package dev.lamina.assembler.bench;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.fs.cpio.HardLinks;
import dev.lamina.assembler.io.DigestingOutputStream;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.LayerWriter;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// The steps of a build by themselves, over the same 16 MB in 800 files of two layers; what others use stands beside
/// what is used here. Nothing is asserted: read the ratios. They are compiled with the tests and run by a command in
/// `docs/performance.md`, in the process of the tests.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class StepBenchmarks {
    private static final int FILES = 400;
    private static final int FILE = 20_000;

    private Path folder = Path.of("");
    private @Nullable ImageStore store;
    private List<Layer> layers = List.of();
    private byte[] content = new byte[0];
    private byte[] gzip = new byte[0];
    private byte[] zstd = new byte[0];

    @Test
    void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(StepBenchmarks.class.getSimpleName())
                        .forks(0)
                        .build())
                .run();
    }

    @Setup
    public void make() throws IOException {
        folder = Files.createTempDirectory("lamina-steps");
        ImageStore opened = ImageStore.open(folder);
        store = opened;
        layers = List.of(layer(opened, 0), layer(opened, 1));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        flattened().streamTo(new CpioWriter(tar, HardLinks.NONE));
        content = tar.toByteArray();
        gzip = compressed(GZIPOutputStream::new);
        zstd = compressed(out -> new ZstdOutput(out, 4));
    }

    private static Layer layer(ImageStore store, int number) throws IOException {
        Tree tree = new Tree();
        tree.folder("bin");
        for (int i = 0; i < FILES; i++) {
            tree.file("bin/file" + number * FILES / 2 + "-" + i, words(number * FILES + i));
        }
        try (LayerWriter writer = store.newLayer(1)) {
            tree.streamTo(writer);
            return writer.finish();
        }
    }

    /// Compresses to about a third, as programs do.
    private static byte[] words(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < FILE) {
            text.append(Integer.toString(random.nextInt(5000) * 7919, 36)).append(' ');
        }
        return text.substring(0, FILE).getBytes(StandardCharsets.US_ASCII);
    }

    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private FlattenedImage flattened() throws IOException {
        return FlattenedImage.of(Objects.requireNonNull(store), layers);
    }

    @Benchmark
    public int flattenTheNotedHeadersOfTwoLayers() throws IOException {
        return flattened().listing().size();
    }

    @Benchmark
    public void writeCpioFromTwoLayers() throws IOException {
        FlattenedImage files = flattened();
        try (CpioWriter cpio = new CpioWriter(OutputStream.nullOutputStream(), HardLinks.of(files.listing()))) {
            files.streamTo(cpio);
        }
    }

    /// Wraps an output in a compressor.
    private interface Compressor {
        OutputStream over(OutputStream out) throws IOException;
    }

    private byte[] compressed(Compressor compressor) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compressor.over(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Benchmark
    public byte[] compressGzip6() throws IOException {
        return compressed(GZIPOutputStream::new);
    }

    @Benchmark
    public byte[] compressZstd1Fast() throws IOException {
        return compressed(out -> new ZstdOutput(out, 1));
    }

    @Benchmark
    public byte[] compressZstd4Default() throws IOException {
        return compressed(out -> new ZstdOutput(out, 4));
    }

    @Benchmark
    public long decompressGzip() throws IOException {
        return decompressed(gzip);
    }

    @Benchmark
    public long decompressZstd() throws IOException {
        return decompressed(zstd);
    }

    private static long decompressed(byte[] bytes) throws IOException {
        try (InputStream in = Compression.decompress(new ByteArrayInputStream(bytes))) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Benchmark
    public Digest digestSha256() throws IOException {
        try (DigestingOutputStream out = new DigestingOutputStream(OutputStream.nullOutputStream())) {
            out.write(content);
            return out.digest();
        }
    }

    @Benchmark
    public long checkCrc32c() throws IOException {
        CRC32C sum = new CRC32C();
        try (OutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), sum)) {
            out.write(content);
        }
        return sum.getValue();
    }
}
