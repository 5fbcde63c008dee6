package dev.lamina.assembler.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.testing.Archives;
import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
    private static final String SYSTEM = """
        kernel: {image: kernel, cmdline: console=ttyS0}
        init: [root]
        onboot:
          - {name: dhcp, image: dhcp, command: [/dhcp]}
        services:
          - {name: web, image: web, command: [/web], readonly: true}
        files:
          - {path: etc/motd, contents: "hello\\n", mode: "0644"}
        """;

    @TempDir
    Path home;

    @TempDir
    Path out;

    private Workbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = Workbench.in(home)
                .image("kernel", withTar(new Tree().file("kernel", "MZ kernel"), "kernel.tar", modules()))
                .image("root", new Tree().file("init", Workbench.noise(1)).hardLink("sbin", "init"))
                .image("dhcp", new Tree().file("dhcp", "#!"))
                .image("web", new Tree().file("web", Workbench.noise(2)).file("small", "x"));
    }

    private static Tree modules() {
        return new Tree().folder("lib").folder("lib/modules").file("lib/modules/a.ko", Workbench.noise(3));
    }

    /// Adds a file whose content is a tar.
    private static Tree withTar(Tree image, String name, Tree content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter writer = new TarWriter(bytes)) {
            content.streamTo(writer);
        }
        return image.add(TreeEntry.file(name, 0644, bytes.size()), bytes.toByteArray());
    }

    private ImageOutput build(String yaml, Format... formats) throws IOException {
        return bench.runner(2).run(bench.request(yaml, formats), out, Reporter.silent());
    }

    @Test
    void kernelRamdiskAndCommandLineAreFilesOfTheirOwn() throws IOException {
        ImageOutput output = build(SYSTEM);

        assertThat(output.files())
                .extracting(ImageOutput.OutputFile::path)
                .containsExactly(
                        out.resolve("system-kernel"), out.resolve("system-initrd.img"), out.resolve("system-cmdline"));
        assertThat(out.resolve("system-kernel")).hasContent("MZ kernel");
        assertThat(out.resolve("system-cmdline")).hasContent("console=ttyS0");
        assertThat(output.media())
                .contains(new BootMedia.KernelInitrd(
                        Arch.AMD64,
                        out.resolve("system-kernel"),
                        Optional.of(out.resolve("system-initrd.img")),
                        "console=ttyS0"));
        assertThat(Workbench.files(out)).hasSize(3);
    }

    @Test
    void theRamdiskHoldsTheTreeWithoutWhatBootsIt() throws IOException {
        build(SYSTEM, new KernelInitrdFormat(), new TarFormat());

        List<Item> ramdisk = Workbench.ramdisk(out.resolve("system-initrd.img"));
        List<Item> tree = new ArrayList<>(Workbench.tar(out.resolve("system.tar")));
        assertThat(tree.removeIf(item -> item.entry().contains(" boot/"))).isTrue();

        assertThat(ramdisk).containsExactlyInAnyOrderElementsOf(tree);
        assertThat(ramdisk)
                .contains(
                        new Item("FILE 644 0:0 @1492533000 6 0,0 etc/motd ->  {}", "hello\n"),
                        new Item("HARD_LINK 644 0:0 @1492533000 0 0,0 sbin -> init {}", ""),
                        new Item(
                                "FILE 644 0:0 @1492533000 80000 0,0 containers/services/web/rootfs/web ->  {}",
                                Workbench.noise(2)));
    }

    @Test
    void withoutAKernelThereIsARamdiskOnly() throws IOException {
        ImageOutput output = build("init: [root]");

        assertThat(Workbench.files(out)).containsExactly(out.resolve("system-initrd.img"));
        assertThat(output.media()).isEmpty();
    }

    @Test
    void forDockerTheTreeHasADockerfile() throws IOException {
        ImageOutput output = build(SYSTEM, new TarFormat(), TarFormat.docker());

        assertThat(output.files())
                .extracting(ImageOutput.OutputFile::path)
                .containsExactly(out.resolve("system.tar"), out.resolve("system.docker"));
        List<Item> tree = new ArrayList<>(Workbench.tar(out.resolve("system.tar")));
        tree.add(new Item(
                "FILE 644 0:0 @1492533000 54 0,0 Dockerfile ->  {}",
                "\nFROM scratch\n\nCOPY . ./\n\nENTRYPOINT [\"/bin/rc.init\"]\n"));
        assertThat(Workbench.tar(out.resolve("system.docker"))).containsExactlyElementsOf(tree);
    }

    @Test
    void whatBootsTheSystemCanBeOneTar() throws IOException {
        byte[] microcode = "microcode".getBytes(StandardCharsets.UTF_8);
        bench.image(
                "kernel",
                new Tree()
                        .file("kernel", "MZ kernel")
                        .add(TreeEntry.file("intel.cpio", 0644, microcode.length), microcode));
        String yaml = "kernel: {image: kernel, tar: none, cmdline: quiet}\ninit: [root]\n";
        build(yaml);
        byte[] ramdisk = Files.readAllBytes(out.resolve("system-initrd.img"));
        String withMicrocode = yaml.replace("tar: none", "tar: none, ucode: intel.cpio");

        build(withMicrocode, new KernelInitrdTarFormat());

        List<String> names = new ArrayList<>();
        Map<String, byte[]> contents = new HashMap<>();
        try (InputStream in = Files.newInputStream(out.resolve("system-initrd.tar"))) {
            new TarReader(in, "system-initrd.tar").streamTo((entry, content) -> {
                names.add(entry.path());
                contents.put(entry.path(), content.readAllBytes());
            });
        }
        assertThat(names).containsExactly("kernel", "initrd.img", "cmdline", "ucode.cpio");
        assertThat(contents.get("kernel")).asString().isEqualTo("MZ kernel");
        assertThat(contents.get("initrd.img")).isEqualTo(ramdisk);
        assertThat(contents.get("cmdline")).asString().isEqualTo("quiet");
        assertThat(contents.get("ucode.cpio")).isEqualTo(microcode);
    }

    @Test
    void microcodeComesFirstAndWhatFollowsIsAligned() throws IOException {
        byte[] archive = Archives.cpio(new Tree().folder("kernel").file("kernel/x.bin", "microcode"));
        byte[] microcode = Arrays.copyOf(archive, archive.length + 1);
        bench.image(
                "kernel",
                new Tree()
                        .file("kernel", "MZ kernel")
                        .add(TreeEntry.file("intel.cpio", 0644, microcode.length), microcode));

        build("kernel: {image: kernel, tar: none, ucode: intel.cpio}\ninit: [root]\n");

        byte[] initrd = Files.readAllBytes(out.resolve("system-initrd.img"));
        int aligned = microcode.length + 3;
        assertThat(aligned % 4).isZero();
        assertThat(Arrays.copyOf(initrd, microcode.length)).isEqualTo(microcode);
        assertThat(Arrays.copyOfRange(initrd, microcode.length, aligned)).containsOnly(0);
        InputStream rest = new ByteArrayInputStream(initrd, aligned, initrd.length - aligned);
        List<Item> items = Trees.items(sink -> new CpioReader(Compression.decompress(rest)).streamTo(sink));
        assertThat(items).contains(new Item("FILE 644 0:0 @1492533000 80000 0,0 init ->  {}", Workbench.noise(1)));
    }

    @Test
    void everyEntryOfTheTarSaysWhereItComesFrom() throws IOException {
        build(SYSTEM, new TarFormat());

        List<String> origins = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        try (InputStream in = Files.newInputStream(out.resolve("system.tar"))) {
            new TarReader(in, "tar").streamTo((entry, records, content) -> {
                paths.add(entry.path());
                origins.add(
                        records.get("LINUXKIT.location") + " " + records.get("LINUXKIT.source") + " " + entry.path());
            });
        }

        assertThat(origins)
                .contains(
                        "kernel docker.io/library/kernel boot/kernel",
                        "kernel docker.io/library/kernel boot/cmdline",
                        "kernel docker.io/library/kernel lib/modules/a.ko",
                        "init[0] docker.io/library/root init",
                        "onboot[0] docker.io/library/dhcp containers/onboot/000-dhcp/config.json",
                        "services[0] docker.io/library/web containers/services/web/rootfs/web",
                        "files[0] linuxkit.files etc/motd");
        assertThat(origins).noneMatch(origin -> origin.contains("null"));
        assertThat(new HashSet<>(paths)).hasSameSizeAs(paths);
    }

    @Test
    void theTarKeepsExtendedAttributes() throws IOException {
        TreeEntry capable = new TreeEntry(
                "ping", Kind.FILE, 0755, 0, 0, 0, 2, "", 0, 0, Map.of("security.capability", new byte[] {1, 0, -1}));
        bench.image("root", new Tree().add(capable, "hi".getBytes(StandardCharsets.UTF_8)));

        build("init: [root]", new TarFormat());

        assertThat(Workbench.tar(out.resolve("system.tar")))
                .contains(new Item("FILE 755 0:0 @0 2 0,0 ping ->  {security.capability=0100ff}", "hi"));
    }
}
