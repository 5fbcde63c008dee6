package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.catalogue.KernelModules.Module;
import dev.lamina.assembler.catalogue.PackageFiles.Found;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.Spool;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.testing.TinyElf;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelModulesTest {
    private static final PackagePin PIN =
            new PackagePin("linux", "6", Arch.AMD64, 1, new Digest("0".repeat(64)), "pool/linux.deb", List.of());

    private final Map<String, Found> files = new HashMap<>();

    @TempDir
    Path dir;

    private Spool spool;

    @BeforeEach
    void describe() throws IOException {
        spool = Spool.in(dir);
        add("kernel/net/card.ko.xz", "alias=virtio:d1-v*", "alias=pci:v[0-9]d*", "depends=middle,base-lib");
        add("kernel/net/middle.ko.xz", "depends=base_lib");
        add("kernel/lib/base-lib.ko.xz", "depends=", "alias=base");
        add("kernel/fs/file_system.ko", "depends=", "softdep=pre: sums nowhere post: helper");
        add("kernel/lib/sums.ko.xz", "depends=inside");
        add("kernel/lib/helper.ko.xz", "depends=");
        files.put(
                "modules.builtin", found("modules.builtin", "kernel/lib/inside.ko\n".getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
    }

    private void add(String path, String... info) throws IOException {
        byte[] module = TinyElf.module(info);
        files.put(path, found(path, path.endsWith(".xz") ? TinyDeb.xz(module) : module));
    }

    private static Found found(String path, byte[] content) {
        return new Found(PIN, path, ByteSource.of(content), false);
    }

    @Test
    void aModuleComesWithAllThatItNeedsAndUnpacked() throws IOException {
        KernelModules modules = selected("card");

        assertThat(modules.selected())
                .extracting(Module::path)
                .containsExactly("kernel/lib/base-lib.ko", "kernel/net/card.ko", "kernel/net/middle.ko");
        try (var content = modules.selected().getLast().content().open()) {
            assertThat(content.readAllBytes()).isEqualTo(TinyElf.module("depends=base_lib"));
        }
    }

    @Test
    void dependenciesAreListedSoThatTheLastIsLoadedFirst() throws IOException {
        assertThat(selected("card").dependencies()).isEqualTo("""
                kernel/lib/base-lib.ko:
                kernel/net/card.ko: kernel/net/middle.ko kernel/lib/base-lib.ko
                kernel/net/middle.ko: kernel/lib/base-lib.ko
                """);
    }

    @Test
    void aliasesAreThoseOfTheModulesPresentInTheKernelsSpelling() throws IOException {
        assertThat(KernelModules.aliases(selected("card").selected())).isEqualTo("""
                alias base base_lib
                alias virtio:d1_v* card
                alias pci:v[0-9]d* card
                """);
    }

    @Test
    void wishesAreLoadedBeforeAndCompanionsComeAlong() throws IOException {
        KernelModules modules = selected("file-system");

        assertThat(modules.dependencies()).isEqualTo("""
                kernel/fs/file_system.ko: kernel/lib/sums.ko
                kernel/lib/helper.ko:
                kernel/lib/sums.ko:
                """);
    }

    @Test
    void whatIsBuiltInOrAbsentIsLeftOut() throws IOException {
        assertThat(selected("inside", "nowhere").selected()).isEmpty();
    }

    @Test
    void theOrderOfNamesMakesNoDifference() throws IOException {
        assertThat(selected("card", "file_system").dependencies())
                .isEqualTo(selected("file_system", "middle", "card").dependencies());
    }

    @Test
    void theNeedsOfSomeOfTheSelectedAreKnown() throws IOException {
        KernelModules modules = selected("card", "file_system");

        assertThat(modules.needed(List.of("file-system", "nowhere")))
                .extracting(Module::path)
                .containsExactly("kernel/fs/file_system.ko", "kernel/lib/helper.ko", "kernel/lib/sums.ko");
    }

    @Test
    void aNeedThatThePackageLacksIsNamed() throws IOException {
        add("kernel/x.ko", "depends=gone");

        assertThatThrownBy(() -> selected("x"))
                .isInstanceOf(InputException.class)
                .hasMessage("the kernel module x needs gone, which its package does not have");
    }

    @Test
    void whatIsNoModuleIsNamed() {
        files.put("kernel/y.ko", found("kernel/y.ko", new byte[100]));

        assertThatThrownBy(() -> selected("y"))
                .isInstanceOf(InputException.class)
                .hasMessage("the kernel module kernel/y.ko is not an ELF file");
    }

    private KernelModules selected(String... names) throws IOException {
        KernelModules modules = new KernelModules(files, spool);
        for (String name : names) {
            modules.select(name);
        }
        return modules;
    }
}
