package dev.lamina.assembler.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.plan.BuildRequest;
import dev.lamina.assembler.size.SizeReport.Row;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizesTest {
    private static final String SYSTEM = """
            kernel: {image: kernel, tar: none, ucode: ucode}
            init: [root]
            onboot: [{name: dhcp, image: dhcp, command: [/dhcp]}]
            services: [{name: web, image: web, command: [/web]}]
            """;

    @TempDir
    Path home;

    private Workbench bench;
    private Path kernel;
    private Path ramdisk;

    @BeforeEach
    void open() throws IOException {
        ByteArrayOutputStream microcode = new ByteArrayOutputStream();
        CpioWriter.write(new Tree().file("code", "0123456789"), microcode);
        bench = Workbench.in(home)
                .image(
                        "kernel",
                        new Tree()
                                .file("kernel", "MZ")
                                .add(TreeEntry.file("ucode", 0644, microcode.size()), microcode.toByteArray()))
                .image("root", new Tree().file("init", Workbench.noise(1)))
                .image("dhcp", new Tree().file("dhcp", Workbench.noise(2)))
                .image("web", new Tree().file("web", Workbench.noise(3)));
        kernel = home.resolve("system-kernel");
        ramdisk = home.resolve("system-initrd.img");
    }

    @Test
    void theSizesOfAPreparedImageAddUpToIts() throws IOException {
        BuildRequest request = bench.request(SYSTEM);
        SizeReport report =
                new PreparedSizes(bench.runner(1).prepare(request, Reporter.silent()), request.composition()).report();
        bench.runner(1).run(request, home, Reporter.silent());

        assertThat(report.stored()).isEqualTo(Files.size(kernel) + Files.size(ramdisk));
        assertThat(report.rows())
                .extracting(Row::component)
                .containsExactlyInAnyOrder(
                        "init docker.io/library/root", "onboot dhcp", "services web", "kernel", "kernel (microcode)");
    }

    @Test
    void aBuiltRamdiskIsMeasuredThroughItsMicrocode() throws IOException {
        bench.runner(1).run(bench.request(SYSTEM), home, Reporter.silent());

        SizeReport report = RamdiskSizes.of(kernel, ramdisk);

        assertThat(report.stored()).isEqualTo(Files.size(kernel) + Files.size(ramdisk));
        assertThat(report.rows())
                .extracting(Row::component)
                .containsExactlyInAnyOrder(
                        "init and files", "onboot dhcp", "services web", "kernel", "kernel (microcode)");
        assertThat(report.bytes()).isGreaterThan(240_000);
    }

    @Test
    void directoriesAloneTakeBytesToo() throws IOException {
        BuildRequest request = bench.request("files: [{path: srv, directory: true}]", new KernelInitrdFormat());
        SizeReport report =
                new PreparedSizes(bench.runner(1).prepare(request, Reporter.silent()), request.composition()).report();
        bench.runner(1).run(request, home, Reporter.silent());

        assertThat(report.stored()).isEqualTo(Files.size(ramdisk));
        assertThat(RamdiskSizes.of(kernel, ramdisk).stored()).isEqualTo(Files.size(ramdisk));
    }

    @Test
    void somethingElseIsRefused() throws IOException {
        Files.writeString(ramdisk, "something else, much longer than the header of an archive is".repeat(4));
        assertThatThrownBy(() -> RamdiskSizes.of(kernel, ramdisk))
                .isInstanceOf(InputException.class)
                .hasMessage(ramdisk + " is not a ramdisk that Lamina built: no cpio header of the form newc");
    }
}
