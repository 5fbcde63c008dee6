package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.LocalDocuments;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BootMediaFinderTest {
    private static final String SYSTEM = "kernel: {image: lamina/kernel}\n";

    @TempDir
    Path folder = Path.of("");

    private final List<BuildImage.Request> requests = new ArrayList<>();
    private final FakeHypervisor hypervisor = new FakeHypervisor(vm -> {});
    private Optional<BootMedia> built = Optional.empty();

    private BootMedia find(String... inputs) throws IOException {
        return find(source(inputs), "");
    }

    private BootMedia find(BootSource source, String standardInput) throws IOException {
        BootMediaFinder finder = new BootMediaFinder(
                folder.resolve("builds"), folder, Arch.ARM64, LocalDocuments.in(folder), this::build);
        InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        try (BootMediaFinder.Found found = finder.find(source, hypervisor, in, Reporter.silent())) {
            return found.media();
        }
    }

    private ImageOutput build(BuildImage.Request request, Reporter reporter) {
        requests.add(request);
        return new ImageOutput(List.of(), built);
    }

    private static BootSource source(String... inputs) {
        return new BootSource(
                List.of(inputs), Optional.empty(), Optional.empty(), CompressionLevel.FAST, Fetching.NOTHING);
    }

    private AbstractThrowableAssert<?, ?> assertFailure(String... inputs) {
        return assertThatThrownBy(() -> find(inputs)).isInstanceOf(InputException.class);
    }

    private static Optional<String> hint(Throwable e) {
        return ((InputException) e).hint();
    }

    @Test
    void anEarlierBuildIsFoundByItsPrefix() throws IOException {
        Path kernel = Files.write(folder.resolve("web-kernel"), kernel(0x202, "HdrS"));
        Path initrd = Files.writeString(folder.resolve("web-initrd.img"), "initrd");
        Files.writeString(folder.resolve("web-cmdline"), "console=ttyS0 quiet\n");

        assertThat(find("web"))
                .isEqualTo(new BootMedia.KernelInitrd(Arch.AMD64, kernel, Optional.of(initrd), "console=ttyS0 quiet"));
        assertThat(requests).isEmpty();
    }

    @Test
    void aKernelAloneIsAnEarlierBuildToo() throws IOException {
        Path kernel = Files.write(folder.resolve("web-kernel"), kernel(0x38, "ARM\u0064"));
        Files.createDirectory(folder.resolve("web"));

        assertThat(find("web")).isEqualTo(new BootMedia.KernelInitrd(Arch.ARM64, kernel, Optional.empty(), ""));
    }

    @Test
    void theArchitectureOfAKernelCanBeSaid() throws IOException {
        Path kernel = Files.writeString(folder.resolve("web-kernel"), "no mark");
        BootSource riscv = new BootSource(
                List.of("web"), Optional.of(Arch.RISCV64), Optional.empty(), CompressionLevel.DEFAULT, Fetching.USUAL);

        assertThat(find(riscv, "")).isEqualTo(new BootMedia.KernelInitrd(Arch.RISCV64, kernel, Optional.empty(), ""));
        assertFailure("web")
                .hasMessage("web-kernel is not a kernel of a known architecture")
                .extracting(BootMediaFinderTest::hint)
                .isEqualTo(Optional.of("if it is a kernel, name its architecture, for example --arch amd64"));
    }

    @ParameterizedTest
    @CsvSource({"'two\nlines'", "'a\0b'", "'\u001b[2J'"})
    void aCommandLineThatIsNoneIsRefused(String cmdline) throws IOException {
        Files.write(folder.resolve("web-kernel"), kernel(0x202, "HdrS"));
        Files.writeString(folder.resolve("web-cmdline"), cmdline);

        assertFailure("web").hasMessage("web-cmdline is not a kernel command line");
    }

    @Test
    void whatIsNotThereIsAskedFor() throws IOException {
        Files.writeString(folder.resolve("web.yml"), SYSTEM);

        assertFailure("web")
                .hasMessage("there is neither a file web nor an earlier build of that name")
                .extracting(BootMediaFinderTest::hint)
                .isEqualTo(Optional.of("did you mean web.yml?"));
        assertFailure("out/other")
                .hasMessage("there is neither a file out/other nor an earlier build of that name")
                .extracting(BootMediaFinderTest::hint)
                .isEqualTo(Optional.of(
                        "name a YAML file, a disk or CD image, or the PREFIX of files PREFIX-kernel, PREFIX-initrd.img"
                                + " and PREFIX-cmdline"));
        assertFailure("/").hasMessage("there is neither a file / nor an earlier build of that name");
    }

    @Test
    void oneFileOfABuildLeadsToItsPrefix() throws IOException {
        Files.write(folder.resolve("web-kernel"), kernel(0x202, "HdrS"));
        Files.writeString(folder.resolve("web-initrd.img"), "initrd");

        for (String part : List.of("web-kernel", "web-initrd.img")) {
            assertFailure(part)
                    .hasMessage(part + " is one file of a build")
                    .extracting(BootMediaFinderTest::hint)
                    .isEqualTo(Optional.of("name all of them by their prefix: web"));
        }
    }

    @Test
    void diskAndCdImagesAreToldByTheirNamesAndTheirContent() throws IOException {
        byte[] cd = new byte[0x8006];
        System.arraycopy("CD001".getBytes(StandardCharsets.US_ASCII), 0, cd, 0x8001, 5);
        byte[] disk = new byte[512];
        disk[510] = 0x55;
        disk[511] = (byte) 0xaa;
        for (String name : List.of("a.img", "a.raw", "a.qcow2", "a.vhd", "a.vhdx", "a.vmdk")) {
            Files.writeString(folder.resolve(name), "");
        }
        Files.write(folder.resolve("sector"), disk);
        Files.write(folder.resolve("cd"), cd);
        Files.write(folder.resolve("cd.iso"), cd);

        assertThat(find("a.img")).isEqualTo(disk("a.img", DiskFormat.RAW));
        assertThat(find("a.raw")).isEqualTo(disk("a.raw", DiskFormat.RAW));
        assertThat(find("a.qcow2")).isEqualTo(disk("a.qcow2", DiskFormat.QCOW2));
        assertThat(find("a.vhd")).isEqualTo(disk("a.vhd", DiskFormat.VHD));
        assertThat(find("a.vhdx")).isEqualTo(disk("a.vhdx", DiskFormat.VHDX));
        assertThat(find("a.vmdk")).isEqualTo(disk("a.vmdk", DiskFormat.VMDK));
        assertThat(find("sector")).isEqualTo(disk("sector", DiskFormat.RAW));
        assertThat(find("cd")).isEqualTo(new BootMedia.Cd(Arch.ARM64, folder.resolve("cd")));
        assertThat(find("cd.iso")).isEqualTo(new BootMedia.Cd(Arch.ARM64, folder.resolve("cd.iso")));
        assertThat(requests).isEmpty();
    }

    private BootMedia disk(String name, DiskFormat format) {
        return new BootMedia.DiskImage(Arch.ARM64, folder.resolve(name), format);
    }

    @Test
    void imagesThatAreNoneAreExplained() throws IOException {
        Files.writeString(folder.resolve("a.iso"), "text");
        Files.writeString(folder.resolve("a.img"), "QFI\u00fb", StandardCharsets.ISO_8859_1);

        assertFailure("a.iso").hasMessage("a.iso is not a CD image");
        assertFailure("a.img")
                .hasMessage("a.img looks like qcow2, but its name does not end in .qcow2")
                .extracting(BootMediaFinderTest::hint)
                .isEqualTo(Optional.of("rename it to end in .qcow2"));
        assertFailure("none.qcow2").hasMessage("there is no file none.qcow2");
    }

    @Test
    void aBuildWithASquashfsHasItAsRoot() throws IOException {
        Path kernel = Files.write(folder.resolve("web-kernel"), kernel(0x202, "HdrS"));
        Path root = Files.writeString(folder.resolve("web-squashfs.img"), "hsqs");
        Files.writeString(folder.resolve("web-cmdline"), "quiet");

        assertThat(find("web")).isEqualTo(new BootMedia.KernelRoot(Arch.AMD64, kernel, root, "quiet"));
        assertThat(existing("web", BootKind.SQUASHFS)).isEqualTo(find("web"));
        assertThat(existing("web", BootKind.KERNEL))
                .isEqualTo(new BootMedia.KernelInitrd(Arch.AMD64, kernel, Optional.empty(), "quiet"));
        assertThatThrownBy(() -> existing("web", BootKind.ISO))
                .isInstanceOf(InputException.class)
                .hasMessage("web is the prefix of a build, not a CD image");
        assertThatThrownBy(() -> existing("other", BootKind.SQUASHFS))
                .isInstanceOf(InputException.class)
                .hasMessage("there are no files other-kernel and other-squashfs.img");
        assertThatThrownBy(() -> existing("other", BootKind.KERNEL))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no file other-kernel");
    }

    private BootMedia existing(String input, BootKind kind) throws IOException {
        return new BootMediaFinder(folder.resolve("builds"), folder, Arch.ARM64, LocalDocuments.in(folder), this::build)
                .existing(source(input), kind)
                .orElseThrow();
    }

    @Test
    void aCompositionIsBuiltIntoAFolderOfItsOwn() throws IOException {
        built = Optional.of(new BootMedia.KernelInitrd(Arch.ARM64, folder, Optional.empty(), ""));
        Files.writeString(folder.resolve("My web.yml"), SYSTEM);
        Files.writeString(folder.resolve("more.yml"), "services: []\n");

        assertThat(find("more.yml", "My web.yml")).isEqualTo(built.get());
        find("more.yml", "./My web.yml");
        find("My web.yml");

        BuildImage.Request request = requests.getFirst();
        assertThat(request.dir().toString())
                .matches("\\Q" + folder.resolve("builds") + "\\E/My-web-[0-9a-f]{12}")
                .isEqualTo(requests.get(1).dir().toString())
                .isNotEqualTo(requests.get(2).dir().toString());
        assertThat(request)
                .isEqualTo(new BuildImage.Request(
                        request.document(),
                        new BuildSubject(List.of(
                                folder.resolve("more.yml").toString(),
                                folder.resolve("My web.yml").toString())),
                        Arch.ARM64,
                        List.of("kernel+initrd"),
                        "My-web",
                        request.dir(),
                        CompressionLevel.FAST,
                        Fetching.NOTHING,
                        Optional.empty(),
                        false));
    }

    @Test
    void aCompositionComesFromStandardInputToo() throws IOException {
        built = Optional.of(new BootMedia.KernelInitrd(Arch.ARM64, folder, Optional.empty(), ""));

        assertThat(find(source("-"), SYSTEM)).isEqualTo(built.get());
        assertThat(requests.getFirst().name()).isEqualTo("moby");
    }

    @Test
    void nothingIsBuiltThatCannotBoot() throws IOException {
        Files.writeString(folder.resolve("none.yml"), "services: []\n");
        Files.writeString(folder.resolve("wrong.yml"), "sevices: []\n");

        assertFailure("none.yml")
                .hasMessage("none.yml has no kernel to boot")
                .extracting(BootMediaFinderTest::hint)
                .isEqualTo(Optional.of("add a section \"kernel\" with \"image: lamina/kernel\""));
        assertFailure("wrong.yml").hasMessageStartingWith("wrong.yml:1:1: ");
        assertThat(requests).isEmpty();
    }

    @Test
    void aMissingHypervisorIsToldBeforeTheBuild() throws IOException {
        Files.writeString(folder.resolve("web.yml"), SYSTEM);
        hypervisor.missing("QEMU not found", "install it");

        assertThatThrownBy(() -> find("web.yml"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("QEMU not found")
                .extracting(e -> ((EnvironmentException) e).hint())
                .isEqualTo(Optional.of("install it"));
        assertThat(requests).isEmpty();
    }

    @Test
    void aFailedBuildLetsTheNextOneIn() throws IOException {
        Files.writeString(folder.resolve("web.yml"), SYSTEM);

        assertFailure("web.yml").hasMessage("web.yml has no kernel to boot");
        built = Optional.of(new BootMedia.KernelInitrd(Arch.ARM64, folder, Optional.empty(), ""));

        assertThat(find("web.yml")).isEqualTo(built.get());
    }

    private static byte[] kernel(int offset, String mark) {
        byte[] kernel = new byte[4096];
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, kernel, offset, bytes.length);
        return kernel;
    }
}
