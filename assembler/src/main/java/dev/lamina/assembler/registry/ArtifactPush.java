package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.CancellableTasks;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.oci.ArtifactManifest;
import dev.lamina.assembler.oci.ArtifactManifest.Part;
import dev.lamina.assembler.oci.ImageDocument;
import dev.lamina.assembler.registry.ImagePush.Pushed;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// Sends files to a registry as one OCI artifact, from which generic clients get them back under their names.
public final class ArtifactPush {
    private static final int AT_ONCE = 4;

    private final Registries registries;
    private final RegistryName to;
    private final List<Path> files;
    private final Reporter reporter;

    public ArtifactPush(Registries registries, List<Path> files, ImageRef as, Reporter reporter) {
        this.registries = registries;
        this.to = ImagePush.target(as);
        this.files = List.copyOf(files);
        this.reporter = reporter;
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new InputException(file + ": no such file", null);
            }
            if (!names.add(name(file))) {
                throw new InputException(
                        "two files are called " + name(file), "an artifact names its files without their folders");
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    public Pushed run() throws IOException {
        return registries.sending(to, this::push, reporter);
    }

    private Pushed push(RemoteTarget target) throws IOException, InterruptedException {
        byte[] empty = ArtifactManifest.EMPTY_CONFIG;
        Digest config = Hashing.digest(empty);
        send(target, new Upload(config, empty.length, "config", () -> new ByteArrayInputStream(empty)));
        List<Callable<Part>> tasks = new ArrayList<>();
        files.forEach(file -> tasks.add(() -> part(target, file)));
        List<Part> parts = new CancellableTasks(AT_ONCE).run(tasks, reporter);
        byte[] manifest = ArtifactManifest.json(parts);
        target.putDocument(to.tag(), manifest, ImageDocument.MANIFEST);
        return new Pushed(to.shown() + ":" + to.tag(), Hashing.digest(manifest), List.of());
    }

    private Part part(RemoteTarget target, Path file) throws IOException, InterruptedException {
        long size = Files.size(file);
        Digest digest = hash(file, size);
        send(target, new Upload(digest, size, name(file), () -> new BufferedInputStream(Files.newInputStream(file))));
        return new Part(name(file), digest, size);
    }

    private Digest hash(Path file, long size) throws IOException {
        try (Reporter.Step step = reporter.begin("hash " + name(file), size);
                InputStream in = new ReportedInput(Files.newInputStream(file), step)) {
            return Hashing.digest(in);
        }
    }

    private void send(RemoteTarget target, Upload upload) throws IOException, InterruptedException {
        if (!target.hasBlob(upload.digest())) {
            try (Reporter.Step step = reporter.begin(upload.label(), upload.size())) {
                target.upload(upload, step);
            }
        }
    }
}
