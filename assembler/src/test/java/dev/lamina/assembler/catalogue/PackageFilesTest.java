package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PackageFilesTest {
    @TempDir
    Path dir;

    private PackageContent one;
    private PackageContent two;
    private PackageFiles files;

    @BeforeEach
    void unpack() throws IOException {
        one = unpack(
                "one",
                new Tree()
                        .file("usr/lib/x/real.so.1.2", "real")
                        .symlink("usr/lib/x/real.so.1", "real.so.1.2")
                        .symlink("usr/lib64/loader.so", "../lib/x/real.so.1")
                        .symlink("usr/bin/absolute", "/lib/x/real.so.1")
                        .symlink("usr/bin/elsewhere", "/etc/alternatives/tool")
                        .symlink("usr/bin/round", "around")
                        .symlink("usr/bin/around", "round")
                        .hardLink("usr/bin/hard", "usr/lib/x/real.so.1.2")
                        .file("usr/share/doc/one", "not wanted"));
        two = unpack(
                "two", new Tree().symlink("etc/alternatives/tool", "/bin/tool").file("bin/tool", "tool"));
        files = new PackageFiles(List.of(one, two));
    }

    private PackageContent unpack(String name, Tree tree) throws IOException {
        Path deb = Files.write(dir.resolve(name + ".deb"), TinyDeb.of(tree));
        PackagePin pin =
                new PackagePin(name, "1", Arch.AMD64, 1, new Digest("0".repeat(64)), "pool/" + name, List.of());
        try (Reporter.Step step = Reporter.silent().begin("test")) {
            return PackageContent.unpack(
                    new ObtainedPackage(pin, pin, deb), path -> !path.startsWith("usr/share/"), dir, step);
        }
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        two.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/lib/x/real.so.1, usr/lib/x/real.so.1.2",
        "/lib64/loader.so, usr/lib/x/real.so.1.2",
        "/usr/bin/absolute, usr/lib/x/real.so.1.2",
        "/usr/bin/hard, usr/lib/x/real.so.1.2",
        "/usr/bin/elsewhere, usr/bin/tool",
        "/bin/tool, usr/bin/tool"
    })
    void linksAreFollowedAlsoIntoOtherPackages(String path, String real) {
        assertThat(files.find(path).map(PackageFiles.Found::path)).contains(real);
    }

    @ParameterizedTest
    @CsvSource({"/usr/bin/round", "/usr/bin/none", "/usr/share/doc/one"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(files.find(path)).isEqualTo(Optional.empty());
    }

    @Test
    void filesAreListedByTheirBeginning() {
        assertThat(files.under("usr/lib/").keySet()).containsExactly("usr/lib/x/real.so.1.2");
    }
}
