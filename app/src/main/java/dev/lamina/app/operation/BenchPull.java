package dev.lamina.app.operation;

import dev.lamina.app.operation.Cost.One;
import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.io.ScratchFolder;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.registry.PlainGet;
import dev.lamina.assembler.registry.Registries;
import dev.lamina.assembler.registry.RegistryImages;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Measures pulls of an image beside plain HTTP, within this process and in turns.
///
/// It pulls into stores that are gone afterwards, on the file system of the cache.
public final class BenchPull {
    /// As many layers as a pull brings at once.
    private static final int AT_ONCE = 4;

    private final Path cache;
    private final Supplier<Registries> registries;

    /// @param registries made for each pull, as for a command
    public BenchPull(Path cache, Supplier<Registries> registries) {
        this.cache = cache;
        this.registries = registries;
    }

    /// @param runs of each kind
    public record Request(ImageRef image, Arch arch, int runs) {
        public Request {
            Timings.checkRuns(runs);
        }
    }

    public PullTimings run(Request request, Reporter reporter) throws IOException {
        StoredImage image = inScratch(folder -> pull(request, folder));
        List<One> get = new ArrayList<>();
        List<One> hashed = new ArrayList<>();
        List<One> written = new ArrayList<>();
        List<One> pull = new ArrayList<>();
        for (int run = 1; run <= request.runs(); run++) {
            try (Reporter.Step ignored = reporter.begin("run " + run + " of " + request.runs())) {
                get.add(One.of(() -> plain(image, false, Optional.empty())));
                hashed.add(One.of(() -> plain(image, true, Optional.empty())));
                written.add(inScratch(folder -> One.of(() -> plain(image, true, Optional.of(folder)))));
                pull.add(inScratch(folder -> One.of(() -> pull(request, folder))));
            }
        }
        return new PullTimings(
                request.image(),
                request.arch(),
                image.layers().size(),
                image.size(),
                Cost.of(get),
                Cost.of(hashed),
                Cost.of(written),
                Cost.of(pull));
    }

    private interface Job<T> {
        T in(Path folder) throws IOException;
    }

    private <T> T inScratch(Job<T> job) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.in(cache.resolve("bench"))) {
            return job.in(scratch.path());
        }
    }

    private StoredImage pull(Request request, Path folder) throws IOException {
        try (ImageStore store = ImageStore.open(folder.resolve("store"))) {
            return new RegistryImages(registries.get(), store, true)
                    .pull(request.image(), request.arch(), Reporter.silent());
        }
    }

    private List<Boolean> plain(StoredImage image, boolean hash, Optional<Path> folder) throws IOException {
        try (PlainGet plain = new PlainGet(registries.get(), image.ref())) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (Layer layer : image.layers()) {
                Optional<Path> file = folder.map(in -> in.resolve(layer.digest().hex()));
                tasks.add(() -> get(plain, layer, hash, file));
            }
            return Parallel.run(tasks, AT_ONCE);
        }
    }

    private static boolean get(PlainGet plain, Layer layer, boolean hash, Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return plain.get(layer.digest(), hash, OutputStream.nullOutputStream());
        }
        try (FileOutputStream out = new FileOutputStream(file.get().toFile())) {
            boolean right = plain.get(layer.digest(), hash, out);
            out.getFD().sync();
            return right;
        }
    }
}
