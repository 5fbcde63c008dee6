package dev.lamina.app;

import dev.lamina.app.cli.Cli;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.Version;
import dev.lamina.assembler.io.Folders;
import dev.lamina.assembler.oci.ImageManifest;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.LayerWriter;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Goes through what most starts have in common, so that the ahead-of-time cache holds it: help, checking, planning,
/// and builds of a small system. Touches no network, and writes only to a folder that is gone afterwards.
final class Training {
    /// New, unchanged, changed, unchanged. More would have the Java machine compile in each start what few starts need.
    private static final int BUILDS = 4;

    private static final int FILES = 100;

    private static final String SYSTEM = """
        kernel:
          image: training/kernel
          tar: none
          cmdline: console=ttyS0
        init:
          - training/root
        services:
          - name: one
            image: training/service
            env: [N=%d]
        """;

    private final Path folder;
    private final Environment environment;
    private final PrintStream err;
    private final Cli cli;

    private Training(Path folder, PrintStream err) {
        this.err = err;
        this.folder = folder;
        this.environment = at(folder, Environment.ofProcess());
        this.cli = new Cli(new Wiring(environment), environment, Version.text());
    }

    /// As the process has it, but for the folder where everything is kept.
    static Environment at(Path folder, Environment process) {
        Map<String, String> variables = new HashMap<>(process.variables());
        variables.put("LAMINA_HOME", folder.toString());
        return new Environment(
                variables,
                process.directory(),
                process.userHome(),
                process.system(),
                process.architecture(),
                process.terminal());
    }

    /// @param err where failures of the commands are told
    static void run(String composition, PrintStream err) {
        System.out.println("lamina " + Version.text());
        try {
            Path folder = Files.createTempDirectory("lamina-training");
            try {
                new Training(folder, err).everything(composition);
            } finally {
                Folders.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void everything(String composition) throws IOException {
        lamina("--help");
        lamina("run", "--help");
        lamina("no-such-command");
        lamina("validate", "-q", composition);
        lamina("validate", "-q", "--format", "json", composition);
        lamina("plan", "--offline", composition);
        lamina("catalogue", "ls");
        build();
    }

    private void lamina(String... arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        cli.run(List.of(arguments), InputStream.nullInputStream(), nowhere, err, () -> false);
    }

    private void build() throws IOException {
        try (ImageStore store = ImageStore.open(Home.of(environment).images())) {
            putImages(store);
        }
        Path system = folder.resolve("system.yml");
        for (int build = 0; build < BUILDS; build++) {
            Files.writeString(system, SYSTEM.formatted(build / 2));
            lamina("build", "-q", "--dir", folder.resolve("out").toString(), system.toString());
        }
        lamina("validate", "-q", system.toString());
    }

    private static void putImages(ImageStore store) throws IOException {
        for (String name : List.of("kernel", "root", "service")) {
            try (LayerWriter layer = store.newLayer()) {
                put(name, layer);
                ImageConfig config = new ImageConfig(List.of(), List.of("/bin/sh"), List.of("A=B"), "", "", Map.of());
                ImageManifest image = new ImageManifest(config, List.of(layer.finish()));
                for (Arch arch : Arch.values()) {
                    store.publish(ImageRef.parse("training/" + name), arch, image);
                }
            }
        }
    }

    private static void put(String name, LayerWriter layer) throws IOException {
        byte[] content = new byte[20_000];
        new Random(name.hashCode()).nextBytes(content);
        file(layer, "kernel", content);
        layer.accept(TreeEntry.directory("bin", 0755), InputStream.nullInputStream());
        for (int i = 0; i < FILES; i++) {
            file(layer, "bin/file" + i, (name + " text " + i).repeat(20).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void file(LayerWriter layer, String path, byte[] content) throws IOException {
        layer.accept(TreeEntry.file(path, 0755, content.length), new ByteArrayInputStream(content));
    }
}
