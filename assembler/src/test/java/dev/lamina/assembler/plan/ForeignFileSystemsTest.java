package dev.lamina.assembler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.TarFormat;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.progress.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Stores and builds on file systems that do not tell upper from lower case and cannot have many of a guest's names.
class ForeignFileSystemsTest {
    private static final String SYSTEM = """
        kernel:
          image: kernel
          cmdline: console=ttyS0
        init: [root]
        services:
          - name: web
            image: web
        files:
          - path: etc/motd
            source: conf/motd
            mode: "0644"
        """;

    /// What Linux allows and others do not.
    private static final Tree NAMES = new Tree()
            .folder("etc")
            .file("etc/Readme", "one")
            .file("etc/README", "two")
            .file("etc/10:20", "a colon")
            .file("etc/back\\slash", "a backslash")
            .file("etc/con", "a device of DOS")
            .file("etc/aux.txt", "another")
            .file("etc/dot.", "a dot at the end")
            .file("etc/blank ", "a blank at the end")
            .file("etc/what?*<>|\"", "wild")
            .file("etc/tab\tand\nline", "control characters")
            .file("long/" + "d".repeat(200) + "/" + "e".repeat(200) + "/" + "f".repeat(200), "a long path")
            .symlink("etc/link", "Readme")
            .hardLink("etc/same", "etc/README")
            .file("noise", Workbench.noise(1));

    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of("Windows", Configuration.windows(), "C:\\Users\\Zoë Müller\\AppData\\Local\\Lamina"),
                Arguments.of("macOS", Configuration.osX(), "/Users/zoë/Library/Caches/Lamina"),
                Arguments.of("Linux", Configuration.unix(), "/home/zoe/.cache/lamina"));
    }

    @TempDir
    Path here;

    /// Takes in an image, builds twice, and gives all files of the image by their names.
    private static Map<String, byte[]> build(Path home) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/motd"), "hello\n");
        Workbench bench = Workbench.in(home);
        bench.image("root", NAMES)
                .image("kernel", new Tree().file("kernel", "k").file("kernel.tar", modules()));
        bench.image("web", new Tree().file("bin/web", Workbench.noise(2)));
        BuildRequest request = bench.request(SYSTEM, new KernelInitrdFormat(), new TarFormat());
        bench.runner(2).run(request, home.resolve("out"), Reporter.silent());
        List<OutputFile> files = bench.runner(2)
                .run(request, home.resolve("out"), Reporter.silent())
                .files();
        Map<String, byte[]> bytes = new TreeMap<>();
        for (OutputFile file : files) {
            bytes.put(file.path().getFileName().toString(), Files.readAllBytes(file.path()));
        }
        return bytes;
    }

    private void writeArchive(Path archive) throws IOException {
        Path store = here.resolve("source/images");
        Workbench.in(here.resolve("source")).image("web", NAMES);
        try (TarWriter tar = new TarWriter(Files.newOutputStream(archive));
                Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = store.relativize(file).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(file)) {
                    tar.accept(TreeEntry.file(name, 0644, Files.size(file)), in);
                }
            }
        }
    }

    private static byte[] modules() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(bytes)) {
            tar.accept(TreeEntry.directory("lib", 0755), InputStream.nullInputStream());
            tar.accept(TreeEntry.directory("lib/modules", 0755), InputStream.nullInputStream());
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void buildsHaveTheSameBytesEverywhere(String name, Configuration configuration, String home) throws IOException {
        Map<String, byte[]> expected = build(here);
        assertThat(expected.keySet())
                .containsExactly("system-cmdline", "system-initrd.img", "system-kernel", "system.tar");

        try (FileSystem system = Jimfs.newFileSystem(configuration)) {
            assertThat(build(system.getPath(home))).usingRecursiveComparison().isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void noFileOfAStoreHasANameThatAnotherSystemCannotHave(String name, Configuration configuration, String home)
            throws IOException {
        try (FileSystem system = Jimfs.newFileSystem(configuration)) {
            Path folder = system.getPath(home);
            build(folder);

            List<String> names = new ArrayList<>();
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> !file.equals(folder))
                        .forEach(file ->
                                names.add(folder.relativize(file).toString().replace('\\', '/')));
            }
            assertThat(names).hasSizeGreaterThan(20).allSatisfy(file -> {
                assertThat(file).matches("[A-Za-z0-9._/-]+").hasSizeLessThan(120);
                assertThat(file.split("/")).noneMatch(part -> part.endsWith("."));
            });
            assertThat(names.stream().map(file -> file.toLowerCase(Locale.ROOT)))
                    .doesNotHaveDuplicates();
            assertThat(names.stream().map(folder::resolve)).noneMatch(Files::isSymbolicLink);
        }
    }

    @Test
    void anArchiveIsTakenInOnWindows() throws IOException {
        Path archive = here.resolve("web.tar");
        writeArchive(archive);
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path home = windows.getPath("C:\\lamina");
            Files.createDirectories(home);
            Path copy = home.resolve("web.tar");
            Files.write(copy, Files.readAllBytes(archive));
            Workbench there = Workbench.in(home);
            Workbench unix = Workbench.in(here.resolve("home"));

            assertThat(there.store().importArchive(copy)).isEqualTo(unix.store().importArchive(archive));
            String system = "init: [web]\n";
            Path out = there.runner(1)
                    .run(there.request(system), home.resolve("out"), Reporter.silent())
                    .files()
                    .getFirst()
                    .path();
            Path expected = unix.runner(1)
                    .run(unix.request(system), here.resolve("out"), Reporter.silent())
                    .files()
                    .getFirst()
                    .path();
            assertThat(Files.readAllBytes(out)).isEqualTo(Files.readAllBytes(expected));
        }
    }
}
