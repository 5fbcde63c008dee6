package dev.lamina.assembler.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.listing.BuiltListing;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.PreparedListing;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.plan.BuildRequest;
import dev.lamina.assembler.size.SizeReport.Row;
import dev.lamina.assembler.testing.Archives;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        byte[] microcode = Archives.cpio(new Tree().file("code", "0123456789"));
        bench = Workbench.in(home)
                .image(
                        "kernel",
                        new Tree().file("kernel", "MZ").add(TreeEntry.file("ucode", 0644, microcode.length), microcode))
                .image("root", new Tree().file("init", Workbench.noise(1)))
                .image("dhcp", new Tree().file("dhcp", Workbench.noise(2)))
                .image("web", new Tree().file("web", Workbench.noise(3)));
        kernel = home.resolve("system-kernel");
        ramdisk = home.resolve("system-initrd.img");
    }

    @Test
    void theSizesOfAPreparedImageAddUpToIts() throws IOException {
        BuildRequest request = bench.request(SYSTEM);
        SizeReport report = prepared(request);
        bench.runner(1).run(request, home, Reporter.silent());

        assertThat(report.stored()).isEqualTo(Files.size(kernel) + Files.size(ramdisk));
        assertThat(report.rows())
                .extracting(Row::component)
                .containsExactlyInAnyOrder(
                        "init docker.io/library/root", "onboot dhcp", "services web", "kernel", "kernel (microcode)");
    }

    private SizeReport prepared(BuildRequest request) throws IOException {
        return new Sizes(listing(request)).report();
    }

    private SystemListing listing(BuildRequest request) throws IOException {
        return PreparedListing.of(
                bench.runner(1).prepare(request, Reporter.silent()), request.composition(), Reporter.silent());
    }

    private SizeReport built() throws IOException {
        Optional<Path> there = Optional.of(kernel).filter(Files::exists);
        return new Sizes(new BuiltListing(Reporter.silent()).ramdisk(there, ramdisk, Optional.empty())).report();
    }

    @Test
    void aBuiltRamdiskIsMeasuredThroughItsMicrocode() throws IOException {
        bench.runner(1).run(bench.request(SYSTEM), home, Reporter.silent());

        SizeReport report = built();

        assertThat(report.stored()).isEqualTo(Files.size(kernel) + Files.size(ramdisk));
        assertThat(report.rows())
                .extracting(Row::component)
                .containsExactlyInAnyOrder(
                        "init and files", "onboot dhcp", "services web", "kernel", "kernel (microcode)");
        assertThat(report.bytes()).isGreaterThan(240_000);
    }

    @Test
    void theTreeAddsUpToTheSystem() throws IOException {
        BuildRequest request = bench.request(SYSTEM);
        SystemListing listing = listing(request);
        SizeTree tree = new Sizes(listing).tree();

        assertThat(tree.stored() + listing.overhead()).isEqualTo(listing.stored());
        assertThat(tree.bytes()).isEqualTo(listing.bytes());
        assertThat(tree.children()).isSortedAccordingTo(SizeTree.LARGEST_FIRST);
        SizeTree web = tree.children().stream()
                .filter(component -> component.name().equals("services web"))
                .findFirst()
                .orElseThrow();
        SizeTree folder =
                web.children().getFirst().children().getFirst().children().getFirst();
        assertThat(folder.path()).isEqualTo("containers/services/web");
        assertThat(folder.children())
                .extracting(SizeTree::name, SizeTree::path)
                .contains(
                        tuple("lower", "containers/services/web/lower"),
                        tuple("config.json", "containers/services/web/config.json"));
    }

    @Test
    void filesOfEqualContentAreDuplicatesUnlessTheyAreLinked() throws IOException {
        String noise = Workbench.noise(5);
        bench.image(
                        "one",
                        new Tree()
                                .file("a", noise)
                                .add(TreeEntry.hardLink("linked", "a"), new byte[0])
                                .file("small", "x"))
                .image("two", new Tree().file("sub/b", noise).file("small", "x"));
        BuildRequest request = bench.request("services: [{name: a, image: one}, {name: b, image: two}]");
        Sizes sizes = new Sizes(listing(request));

        assertThat(sizes.duplicates())
                .containsExactly(new Duplicate(
                        Hashing.digest(noise.getBytes(StandardCharsets.UTF_8)),
                        noise.length(),
                        List.of("containers/services/a/lower/a", "containers/services/b/lower/sub/b")));
        assertThat(sizes.duplicates().getFirst().wasted()).isEqualTo(noise.length());
        assertThat(sizes.biggest(2))
                .extracting(ListedFile::path)
                .containsExactlyInAnyOrder("containers/services/a/lower/a", "containers/services/b/lower/sub/b");
    }

    @Test
    void directoriesAloneTakeBytesToo() throws IOException {
        BuildRequest request = bench.request("files: [{path: srv, directory: true}]", new KernelInitrdFormat());
        SizeReport report = prepared(request);
        bench.runner(1).run(request, home, Reporter.silent());

        assertThat(report.stored()).isEqualTo(Files.size(ramdisk));
        assertThat(built().stored()).isEqualTo(Files.size(ramdisk));
    }

    @Test
    void somethingElseIsRefused() throws IOException {
        Files.writeString(ramdisk, "something else, much longer than the header of an archive is".repeat(4));
        assertThatThrownBy(() -> built())
                .isInstanceOf(InputException.class)
                .hasMessage(ramdisk + " is not a ramdisk that Lamina built: no cpio header of the form newc");
    }
}
