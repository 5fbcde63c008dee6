package dev.lamina.assembler.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.Kernel;
import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelReaderTest {
    private static final String FOLDER = "lib/modules/6.12.1-cloud/";

    @TempDir
    Path home;

    private static byte[] tar(Tree tree) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(bytes)) {
            tree.streamTo(tar);
        }
        return bytes.toByteArray();
    }

    private static Tree modules() {
        return new Tree()
                .file(FOLDER + "kernel/net/virtio-net.ko", "x")
                .file(FOLDER + "kernel/fs/fuse.ko.xz", "x")
                .file(FOLDER + "modules.builtin", "kernel/fs/ext4/ext4.ko\nkernel/drivers/tty/hvc-console.ko\n")
                .file(FOLDER + "modules.alias", "alias fs-fuse fuse\nalias virtio:d*v* virtio_net\n")
                .file(FOLDER + "modules.dep", "kernel/drivers/md/dm-crypt.ko:\n");
    }

    private static Kernel kernel(String image) {
        return new Kernel(
                Optional.of(ImageRef.parse(image)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<KernelFacts> facts(Workbench bench, String... images) throws IOException {
        StoredImage image =
                bench.store().find(ImageRef.parse("kernel:1"), Arch.AMD64).orElseThrow();
        return new KernelReader(bench.contents(), home.resolve("facts"))
                .of(
                        image,
                        kernel("kernel:1"),
                        Arrays.stream(images).map(ImageRef::parse).toList());
    }

    @Test
    void modulesAreNamedAsProgramsNameThem() throws IOException {
        Workbench bench = Workbench.in(home)
                .image(
                        "kernel:1",
                        ImageConfig.EMPTY,
                        new Tree()
                                .file("kernel", "k")
                                .file("kernel.tar", tar(modules()))
                                .file("boot/config-6.12.1-cloud", "# comment\nCONFIG_EXT4_FS=y\nCONFIG_X=\"a b\"\n"));

        assertThat(facts(bench))
                .contains(new KernelFacts(
                        "6.12.1-cloud",
                        Set.of("virtio_net", "fuse", "fs_fuse"),
                        Set.of("ext4", "hvc_console"),
                        Map.of("CONFIG_EXT4_FS", "y", "CONFIG_X", "\"a b\"")));
    }

    @Test
    void whatIsForOneComponentCountsInItsSystemsOnly() throws IOException {
        Workbench bench = Workbench.in(home)
                .image(
                        "kernel:1",
                        ImageConfig.EMPTY,
                        new Tree()
                                .file("kernel", "k")
                                .file("kernel.tar", tar(modules()))
                                .file(
                                        "extras/lamina/dm-crypt.tar",
                                        tar(new Tree()
                                                .file(FOLDER + "kernel/drivers/md/dm-crypt.ko", "x")
                                                .file("etc/modprobe.d/lamina-dm-crypt.conf", "alias dm-x dm_crypt\n")
                                                .file(FOLDER + "config", "CONFIG_DM_CRYPT=m\n"))));

        assertThat(facts(bench).orElseThrow().modules()).doesNotContain("dm_crypt");
        assertThat(facts(bench, "lamina/dm-crypt").orElseThrow().modules()).contains("dm_crypt", "dm_x");
        assertThat(facts(bench, "lamina/dm-crypt").orElseThrow().config()).isEqualTo(Map.of("CONFIG_DM_CRYPT", "m"));
    }

    @Test
    void theConfigurationMayBeCompressed() throws IOException {
        ByteArrayOutputStream config = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(config)) {
            gzip.write("CONFIG_A=m\n".getBytes(StandardCharsets.US_ASCII));
        }
        Workbench bench = Workbench.in(home)
                .image(
                        "kernel:1",
                        ImageConfig.EMPTY,
                        new Tree()
                                .file("kernel", "k")
                                .file("kernel.tar", tar(modules()))
                                .file("kernel_config.gz", config.toByteArray()));

        assertThat(facts(bench).orElseThrow().config()).isEqualTo(Map.of("CONFIG_A", "m"));
    }

    @Test
    void theTarIsReadOnce() throws IOException {
        Workbench bench = Workbench.in(home)
                .image(
                        "kernel:1",
                        ImageConfig.EMPTY,
                        new Tree().file("kernel", "k").file("kernel.tar", tar(modules())));
        Optional<KernelFacts> read = facts(bench);
        List<Layer> layers = bench.store()
                .find(ImageRef.parse("kernel:1"), Arch.AMD64)
                .orElseThrow()
                .layers();
        Files.delete(bench.store().blobFile(layers.getFirst().digest()));

        assertThat(facts(bench)).isEqualTo(read).isPresent();
    }

    @Test
    void anImageWithoutAKernelSaysNothing() throws IOException {
        Workbench bench = Workbench.in(home).image("kernel:1", ImageConfig.EMPTY, new Tree().file("vmlinuz", "k"));

        assertThat(facts(bench)).isEmpty();
    }
}
