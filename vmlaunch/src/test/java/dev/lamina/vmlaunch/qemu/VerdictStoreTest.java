package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.qemu.VerdictStore.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerdictStoreTest {
    private static final HostSystem HOST = new HostSystem(Os.LINUX, Arch.AMD64, Map.of());
    private static final QemuBinary QEMU = new QemuBinary(Path.of("/bin/qemu"), "7.2", 1);

    @TempDir
    Path folder;

    private BootMedia kernel(Arch arch, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("kernel-" + text), text);
        return new BootMedia.KernelInitrd(arch, file, Optional.empty(), "");
    }

    @Test
    void verdictsComeBack() {
        VerdictStore store = new VerdictStore(folder.resolve("a/b"));
        assertThat(store.read("k")).isEmpty();
        store.write("k", new Verdict(true, ""));
        assertThat(store.read("k")).contains(new Verdict(true, ""));
        store.write("k", new Verdict(false, "why\nnot"));
        assertThat(new VerdictStore(folder.resolve("a/b")).read("k")).contains(new Verdict(false, "why\nnot"));
        assertThat(folder.resolve("a/b")).isDirectoryContaining(file -> file.endsWith("k"));
        assertThat(folder.resolve("a/b").toFile().list()).hasSize(1);
    }

    @Test
    void damagedFilesCountAsNone() throws IOException {
        VerdictStore store = new VerdictStore(folder);
        for (String text : new String[] {"", "\n", "maybe", "work", "works", "works?\n", "fails"}) {
            Files.writeString(folder.resolve("k"), text);
            assertThat(store.read("k")).as(text).isEmpty();
        }
        Files.write(folder.resolve("k"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(store.read("k")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        VerdictStore store = new VerdictStore(file);
        store.write("k", new Verdict(true, ""));
        assertThat(store.read("k")).isEmpty();
    }

    @Test
    void theKeyChangesWithAllThatTheVerdictDependsOn() throws IOException {
        BootMedia media = kernel(Arch.AMD64, "one");
        String key = VerdictStore.key(QEMU, HOST, Accelerator.KVM, media);
        assertThat(key).matches("[0-9a-f]{32}").isEqualTo(VerdictStore.key(QEMU, HOST, Accelerator.KVM, media));
        Set<String> keys = Set.of(
                key,
                VerdictStore.key(QEMU, HOST, Accelerator.HVF, media),
                VerdictStore.key(QEMU, HOST, Accelerator.KVM, kernel(Arch.AMD64, "two")),
                VerdictStore.key(QEMU, HOST, Accelerator.KVM, kernel(Arch.ARM64, "one")),
                VerdictStore.key(new QemuBinary(Path.of("/q"), "7.2", 1), HOST, Accelerator.KVM, media),
                VerdictStore.key(new QemuBinary(QEMU.path(), "8", 1), HOST, Accelerator.KVM, media),
                VerdictStore.key(new QemuBinary(QEMU.path(), "7.2", 2), HOST, Accelerator.KVM, media),
                VerdictStore.key(QEMU, new HostSystem(Os.MACOS, Arch.AMD64, Map.of()), Accelerator.KVM, media));
        assertThat(keys).hasSize(8);
    }

    @Test
    void aKernelThatCannotBeReadHasAKeyToo() {
        BootMedia media = new BootMedia.KernelInitrd(Arch.AMD64, folder.resolve("none"), Optional.empty(), "");
        assertThat(VerdictStore.key(QEMU, HOST, Accelerator.KVM, media)).matches("[0-9a-f]{32}");
    }
}
