package dev.lamina.assembler.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.difference.SystemDifference;
import dev.lamina.assembler.format.Format;
import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.KernelInitrdTarFormat;
import dev.lamina.assembler.format.TarFormat;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.plan.BuildRequest;
import dev.lamina.assembler.testing.Archives;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same system is listed in the same way, whether it is still to be built or lies on the disk in some form.
@SuppressWarnings("NullAway.Init")
class ListingsTest {
    private static final String SYSTEM = """
        kernel: {image: kernel, cmdline: "console=ttyS0 quiet", ucode: ucode}
        init: [root, tools]
        onboot: [{name: dhcp, image: dhcp, command: [/dhcp]}]
        services:
          - {name: web, image: web, command: [/web], readonly: true}
          - {name: again, image: web, command: [/again]}
        volumes: [{name: data, image: dhcp}]
        files: [{path: etc/motd, contents: "hello"}, {path: srv/deep/down, directory: true}]
        """;

    @TempDir
    Path home;

    private Workbench bench;

    @BeforeEach
    void images() throws IOException {
        byte[] microcode = Archives.cpio(new Tree().file("code", "0123456789"));
        ByteArrayOutputStream modules = new ByteArrayOutputStream();
        try (var tar = new TarWriter(modules)) {
            new Tree().file("lib/modules/6/kernel.ko", Workbench.noise(9)).streamTo(tar);
        }
        bench = Workbench.in(home)
                .image(
                        "kernel",
                        new Tree()
                                .file("kernel", "MZ")
                                .add(TreeEntry.file("kernel.tar", 0644, modules.size()), modules.toByteArray())
                                .add(TreeEntry.file("ucode", 0644, microcode.length), microcode))
                .image("root", new Tree().file("init", Workbench.noise(1)).file("lib/apk/db/installed", "P:root\n"))
                .image("tools", new Tree().file("bin/tool", "#!").file("lib/apk/db/installed", "P:tools\n"))
                .image("dhcp", new Tree().file("dhcp", Workbench.noise(2)).file("empty", ""))
                .image(
                        "web",
                        new Tree()
                                .file("web", Workbench.noise(3))
                                .add(TreeEntry.hardLink("also", "web"), new byte[0])
                                .add(TreeEntry.symlink("link", "/web"), new byte[0]),
                        new Tree().file("upper", Workbench.noise(2)));
    }

    private SystemListing prepared(Format... formats) throws IOException {
        BuildRequest request = bench.request(SYSTEM, formats);
        SystemListing listing = PreparedListing.of(
                bench.runner(1).prepare(request, Reporter.silent()), request.composition(), Reporter.silent());
        bench.runner(2).run(request, home, Reporter.silent());
        return listing;
    }

    private Path file(String ending) {
        return home.resolve("system" + ending);
    }

    @Test
    void aRamdiskHoldsWhatItsCompositionSays() throws IOException {
        SystemListing prepared = prepared();
        SystemListing built = new BuiltListing(Reporter.silent())
                .ramdisk(Optional.of(file("-kernel")), file("-initrd.img"), Optional.of(file("-cmdline")));

        assertThat(SystemDifference.between(prepared, built).files()).isEmpty();
        assertThat(SystemDifference.between(prepared, built).isEmpty()).isTrue();
        assertThat(built.texts()).isEqualTo(prepared.texts());
        assertThat(built.texts())
                .containsKeys("boot/cmdline", "containers/onboot/000-dhcp/config.json")
                .containsEntry("boot/cmdline", "console=ttyS0 quiet");
        assertThat(built.stored()).isEqualTo(prepared.stored());
        assertThat(built.stored())
                .isEqualTo(
                        Files.size(file("-kernel")) + Files.size(file("-initrd.img")) + Files.size(file("-cmdline")));
    }

    @Test
    void aTarHoldsWhatItsCompositionSaysWithTheSameComponents() throws IOException {
        SystemListing prepared = prepared(new TarFormat());
        SystemListing built = new BuiltListing(Reporter.silent()).tar(file(".tar"));

        assertThat(SystemDifference.between(prepared, built).files()).isEmpty();
        assertThat(SystemDifference.between(prepared, built).isEmpty()).isTrue();
        assertThat(built.byPlace()).isFalse();
        assertThat(built.files()).extracting(ListedFile::component).contains("volumes data", "init", "files");
        assertThat(built.stored()).isEqualTo(Files.size(file(".tar")));
    }

    @Test
    void aTarOfKernelAndRamdiskHoldsTheSame() throws IOException {
        SystemListing prepared = prepared(new KernelInitrdTarFormat(), new KernelInitrdFormat());
        SystemListing built = new BuiltListing(Reporter.silent()).bootTar(file("-initrd.tar"));

        assertThat(SystemDifference.between(prepared, built).files()).isEmpty();
        assertThat(built.stored()).isEqualTo(prepared.stored());
    }

    @Test
    void aListingComesBackFromItsBytes() throws IOException {
        SystemListing listing = prepared();
        byte[] bytes = ListingBytes.encode(listing);

        assertThat(ListingBytes.decode(bytes)).contains(listing);
        assertThat(ListingBytes.encode(listing)).isEqualTo(bytes);
        assertThat(bytes.length).isLessThan(listing.files().size() * 100 + 4000);
    }

    @Test
    void damagedBytesAreNoListing() throws IOException {
        byte[] bytes = ListingBytes.encode(prepared());
        for (int i = 0; i < bytes.length; i += 97) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x55;
            assertThat(ListingBytes.decode(damaged)).as("byte " + i).isEmpty();
        }
        assertThat(ListingBytes.decode(Arrays.copyOf(bytes, bytes.length / 2))).isEmpty();
        assertThat(ListingBytes.decode(new byte[0])).isEmpty();
    }

    @Test
    void namesThatAreNoTextSurvive() throws IOException {
        ListedFile file = new ListedFile(
                "a\udc80\n\u001b[31mb",
                "files",
                TreeEntry.Kind.SYMLINK,
                0777,
                0,
                0,
                0,
                0,
                0,
                "\udcff",
                Optional.empty());
        SystemListing listing = SystemListing.of(List.of(file), Map.of(), 7, true);
        assertThat(ListingBytes.decode(ListingBytes.encode(listing))).contains(listing);
    }

    @Test
    void layersAreReadOnceForTheirDigests() throws IOException {
        prepared();
        AtomicLong read = new AtomicLong();
        Reporter counting = new Reporter(
                progress -> {
                    if (progress instanceof Progress.Advanced(long step, long bytes)) {
                        read.addAndGet(bytes);
                    }
                },
                () -> false);
        BuildRequest request = bench.request(SYSTEM);
        PreparedListing.of(bench.runner(1).prepare(request, Reporter.silent()), request.composition(), counting);

        assertThat(read.get()).isLessThan(2000); // what is made in place of files
    }

    @Test
    void readingEndsWhenTheJobIsCancelled() throws IOException {
        prepared(new TarFormat(), new KernelInitrdFormat(), new KernelInitrdTarFormat());
        BuiltListing cancelled = new BuiltListing(new Reporter(progress -> {}, () -> true));

        assertThatThrownBy(() -> cancelled.tar(file(".tar"))).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> cancelled.bootTar(file("-initrd.tar"))).isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> cancelled.ramdisk(Optional.empty(), file("-initrd.img"), Optional.empty()))
                .isInstanceOf(CancelledException.class);
    }
}
