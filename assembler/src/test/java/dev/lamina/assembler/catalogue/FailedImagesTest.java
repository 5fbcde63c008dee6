package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.packages.deb.BadPackageException;
import dev.lamina.assembler.testing.TinyElf;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailedImagesTest {
    @TempDir
    Path dir;

    private TinyCatalogue catalogue;

    @BeforeEach
    void describe() throws IOException {
        catalogue = new TinyCatalogue(dir);
    }

    @Test
    void aFolderWithNothingToJoinIsNamed() {
        catalogue.files.put(
                "components/tool/component.yml",
                "name: tool\nsection: init\n" + TinyCatalogue.HEAD
                        + "packages: [tool]\njoined: [{path: /etc/all, from: /usr/share/each}]\n");

        assertThatThrownBy(() -> catalogue.provide(TinyCatalogue.TOOL))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("there is no /usr/share/each in the packages ");
    }

    @Test
    void aLibraryThatNoPackageHasIsNamed() throws IOException {
        catalogue.packages.add("tool", "1.0", TinyCatalogue.tool("libnone.so.1"), "libdeep", "libc");

        assertThatThrownBy(() -> catalogue.provide(TinyCatalogue.TOOL))
                .isInstanceOf(InputException.class)
                .hasMessage("/usr/bin/tool needs the library libnone.so.1, which is in none of the packages"
                        + " libc, libdeep, tool")
                .extracting(e -> ((InputException) e).hint())
                .isEqualTo(Optional.of("name the package that has it in the component's description,"
                        + " then run `lamina catalogue update`"));
        assertThat(dir.resolve("store/ingest")).isEmptyDirectory();
    }

    @Test
    void aProgramThatThePackageHasNoLongerIsNamed() throws IOException {
        catalogue.packages.add("tool", "1.0", new Tree(), "libdeep", "libc");

        assertThatThrownBy(() -> catalogue.provide(TinyCatalogue.TOOL))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no /usr/bin/tool in the packages libc, libdeep, tool");
    }

    @Test
    void aDamagedProgramIsNamed() throws IOException {
        byte[] cut = Arrays.copyOf(TinyElf.program(TinyCatalogue.LOADER, "libc.so.6"), 100);
        catalogue.packages.add("tool", "1.0", TinyCatalogue.usr().file("usr/bin/tool", cut), "libc");

        assertThatThrownBy(() -> catalogue.provide(TinyCatalogue.TOOL))
                .isInstanceOf(InputException.class)
                .hasMessage("/usr/bin/tool of the package tool is cut off");
    }

    @Test
    void aPackageThatIsCutOffIsNamedAndLeavesNothing() throws IOException {
        Path deb = dir.resolve("debs")
                .resolve(catalogue
                        .packages
                        .closure(Set.of("libunused"), Arch.AMD64)
                        .getFirst()
                        .sha256()
                        .hex());
        byte[] whole = Files.readAllBytes(deb);
        Files.write(deb, Arrays.copyOf(whole, whole.length - 60));

        assertThatThrownBy(() -> catalogue.provide(TinyCatalogue.TOOL))
                .isInstanceOf(BadPackageException.class)
                .hasMessage("package libunused 1 is cut off or damaged");
        assertThat(dir.resolve("store/ingest")).isEmptyDirectory();
    }

    @Test
    void aCancelledMakingLeavesNothing() throws IOException {
        Reporter cancelled = new Reporter(progress -> {}, () -> true);
        try (CatalogueImages images = catalogue.images(catalogue.store(), false)) {
            assertThatThrownBy(() -> images.provide(TinyCatalogue.TOOL, Arch.AMD64, cancelled))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(dir.resolve("store/ingest")).isEmptyDirectory();
        assertThat(catalogue.provide(TinyCatalogue.TOOL).ref()).isEqualTo(TinyCatalogue.TOOL);
    }
}
