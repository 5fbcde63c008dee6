package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.assembler.fs.elf.ElfFile;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.io.Storage.IoCall;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.debian.DebianAccess;
import dev.lamina.assembler.packages.debian.DebianPackages;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The real catalogue, made of Debian's packages. These are fetched once and kept below `target`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CatalogueIT {
    private final Catalogue catalogue = Catalogue.embedded();

    private Path dir;
    private ImageStore store;
    private final Map<String, StoredImage> images = new HashMap<>();

    @BeforeAll
    void makeEverything(@TempDir Path folder) throws IOException {
        dir = folder;
        store = ImageStore.open(dir.resolve("images"));
        try (CatalogueImages provider = provider(store)) {
            List<IoCall<StoredImage>> work = new ArrayList<>();
            for (Component component : catalogue.components()) {
                for (Arch arch : component.arches()) {
                    work.add(() -> provider.provide(component.image(), arch, Reporter.silent()));
                }
            }
            Parallel.run(work).forEach(image -> images.put(image.ref() + " " + image.arch(), image));
        }
        new TreeMap<>(images).forEach((name, image) -> System.out.printf("%-24s %,11d bytes%n", name, image.size()));
    }

    private CatalogueImages provider(ImageStore into) {
        Path packages = Path.of("target/lamina-home/packages").toAbsolutePath();
        DebianAccess access = DebianAccess.usual(packages, System.getenv(), Path.of("/etc/apt"));
        return new CatalogueImages(
                catalogue, new DebianPackages(LockText.builtIn(), access, false, false), into, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"AMD64", "ARM64"})
    void everyProgramFindsItsLoaderAndAllItsLibraries(Arch arch) throws IOException {
        for (Component component : catalogue.components()) {
            Map<String, byte[]> files = files(image(component.name(), arch));
            Set<String> names = new HashSet<>();
            files.keySet().forEach(path -> names.add(GuestLayout.nameOf(path)));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ByteSource content = ByteSource.of(file.getValue());
                if (ElfFile.isElf(content)) {
                    ElfFile elf = ElfFile.read(content);
                    assertThat(names).as(component.name() + " " + file.getKey()).containsAll(elf.needed());
                    elf.interpreter().ifPresent(path -> assertThat(files).containsKey(path.substring(1)));
                }
            }
        }
    }

    /// The judge is the C library's own loader, which is able to say what it would load.
    @ParameterizedTest
    @CsvSource({"runtime, usr/bin/crun", "sshd, usr/sbin/dropbear"})
    void theLoaderItselfIsContent(String component, String program) throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64"));
        Path root = dir.resolve(component);
        for (Map.Entry<String, byte[]> file :
                files(image(component, Arch.AMD64)).entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Path loader = root.resolve("lib64/ld-linux-x86-64.so.2");
        assertThat(loader.toFile().setExecutable(true)).isTrue();
        Process process = new ProcessBuilder(
                        loader.toString(),
                        "--inhibit-cache",
                        "--library-path",
                        root.resolve("lib/x86_64-linux-gnu").toString(),
                        "--list",
                        root.resolve(program).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("=>") && !line.contains("ld-linux")))
                .isNotEmpty()
                .allMatch(line -> line.contains("=> " + root));
    }

    @ParameterizedTest
    @EnumSource(names = {"AMD64", "ARM64"})
    void theShellIsThereAndIsTheSameLayerEverywhere(Arch arch) throws IOException {
        Layer busybox = image("init", arch).layers().getFirst();

        assertThat(files(image("init", arch))).containsKeys("bin/busybox", "init", "bin/rc.init");
        for (String name : List.of("dhcp", "getty", "httpd", "sshd")) {
            assertThat(image(name, arch).layers().getFirst()).as(name).isEqualTo(busybox);
        }
        assertThat(image("runtime", arch).layers().getFirst())
                .isEqualTo(image("sshd", arch).layers().get(1));
    }

    @Test
    void theKernelHasTheDriversOfAVirtualMachine() throws IOException {
        Map<String, byte[]> files = modules(Arch.AMD64);

        assertThat(names(files))
                .contains("virtio_net.ko", "net_failover.ko", "failover.ko", "virtio_blk.ko", "overlay.ko", "button.ko")
                .contains("modules.dep", "modules.alias", "modules.builtin");
        assertThat(text(files, "modules.dep"))
                .containsPattern("(?m)^kernel/drivers/net/virtio_net.ko: kernel/drivers/net/net_failover.ko"
                        + " kernel/net/core/failover.ko$");
        assertThat(text(files, "modules.alias")).contains("alias virtio:d00000001v* virtio_net\n");
        assertThat(names(modules(Arch.ARM64))).contains("virtio_net.ko", "evdev.ko");
    }

    @Test
    void theImagesAreSmall() {
        // with what only some systems take from it: modules of encryption and of CDs, and how it was made
        assertThat(image("kernel", Arch.AMD64).size()).isLessThan(13_500_000);
        assertThat(image("init", Arch.AMD64).size()).isLessThan(1_200_000);
        assertThat(image("runtime", Arch.AMD64).size()).isLessThan(2_500_000);
    }

    @Test
    void theyAreTheSameInAnotherStore() throws IOException {
        ImageStore other = ImageStore.open(dir.resolve("other"));
        try (CatalogueImages provider = provider(other)) {
            for (String name : List.of("kernel", "sshd")) {
                assertThat(provider.provide(ImageRef.parse("lamina/" + name), Arch.AMD64, Reporter.silent()))
                        .isEqualTo(image(name, Arch.AMD64));
            }
        }
    }

    private StoredImage image(String name, Arch arch) {
        return Objects.requireNonNull(images.get("lamina/" + name + " " + arch));
    }

    private Map<String, byte[]> files(StoredImage image) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (Layer layer : image.layers()) {
            try (InputStream tar = store.openLayer(layer)) {
                files.putAll(files(tar));
            }
        }
        return files;
    }

    private static Map<String, byte[]> files(InputStream tar) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        new TarReader(tar, "test").streamTo((entry, content) -> {
            if (entry.kind() == TreeEntry.Kind.FILE) {
                files.put(entry.path(), content.readAllBytes());
            }
        });
        return files;
    }

    private Map<String, byte[]> modules(Arch arch) throws IOException {
        byte[] tar = files(image("kernel", arch)).get("kernel.tar");
        return files(new ByteArrayInputStream(Objects.requireNonNull(tar)));
    }

    private static List<String> names(Map<String, byte[]> files) {
        return files.keySet().stream().map(GuestLayout::nameOf).toList();
    }

    private static String text(Map<String, byte[]> files, String name) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith("/" + name))
                .map(file -> new String(file.getValue(), StandardCharsets.ISO_8859_1))
                .findFirst()
                .orElseThrow();
    }
}
