package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.registry.RegistryMirrors.Mirror;
import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settings of tests: they speak to registries of this computer in plain text, and do not wait.
final class Setting {
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final List<Mirror> mirrors = new ArrayList<>();
    private CredentialSource credentials = CredentialSource.NONE;
    private Duration stall = Duration.ofSeconds(10);
    private InstantSource clock = InstantSource.system();

    static Setting of(TestRegistry... registries) {
        Setting setting = new Setting();
        for (TestRegistry registry : registries) {
            setting.plain.add(registry.address());
        }
        return setting;
    }

    Setting credentials(CredentialSource source) {
        credentials = source;
        return this;
    }

    Setting mirror(String text) {
        mirrors.add(Mirror.parse(text));
        return this;
    }

    Setting stall(Duration duration) {
        stall = duration;
        return this;
    }

    Setting clock(InstantSource source) {
        clock = source;
        return this;
    }

    Registries registries() {
        HttpSettings http = new HttpSettings(Duration.ofSeconds(5), stall, stall, ProxySelector.of(null));
        return new Registries(new RegistrySettings(
                http, new RegistryMirrors(mirrors), Set.copyOf(plain), List.of(), credentials, pauses::add, clock));
    }

    /// An image of two layers that hardly compress, as `team/web:1`.
    static ImageStore serveWeb(TestRegistry registry, Path folder) throws IOException {
        Workbench bench = Workbench.in(folder)
                .image(
                        "web",
                        new Tree().file("base", Workbench.noise(1)).file("more", Workbench.noise(2)),
                        new Tree().file("web", Workbench.noise(3)));
        registry.serve(bench.store(), ImageRef.parse("web"), "team/web", "1");
        return bench.store();
    }

    static ImageRef web(TestRegistry registry) {
        return ImageRef.parse(registry.address() + "/team/web:1");
    }

    /// The blobs of a store whose names are not their digests. None, whatever happened.
    static List<String> badBlobs(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("blobs/sha256"))) {
            return files.filter(file -> !digest(file).equals(file.getFileName().toString()))
                    .map(Path::toString)
                    .collect(Collectors.toList());
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
