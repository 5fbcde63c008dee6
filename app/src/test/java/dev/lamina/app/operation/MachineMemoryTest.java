package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.fs.cpio.HardLinks;
import dev.lamina.assembler.io.ArrayInputStream;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineMemoryTest {
    @TempDir
    Path folder = Path.of("");

    private final List<Progress> said = new ArrayList<>();

    private long memoryMib(Path initrd, Optional<ByteSize> wish) throws IOException {
        BootMedia media = new BootMedia.KernelInitrd(Arch.AMD64, folder.resolve("kernel"), Optional.of(initrd), "");
        Reporter reporter = new Reporter(said::add, () -> false);
        return MachineMemory.apply(VmSpec.of("vm", media, folder), wish, reporter)
                .memoryMib();
    }

    /// Small as a file, but not in memory.
    private Path initrd(int unpackedMib) throws IOException {
        Path file = folder.resolve("initrd.img");
        long size = unpackedMib * VmSpec.MIB;
        try (OutputStream out = new ZstdOutput(Files.newOutputStream(file), 1);
                CpioWriter cpio = new CpioWriter(out, HardLinks.NONE)) {
            cpio.accept(TreeEntry.file("large", 0644, size), new Zeros(size));
        }
        return file;
    }

    private static final class Zeros extends ArrayInputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int read = (int) Math.min(length, left);
            Arrays.fill(bytes, offset, offset + read, (byte) 0);
            left -= read;
            return read == 0 && length > 0 ? -1 : read;
        }
    }

    @Test
    void aSmallSystemGetsTheDefault() throws IOException {
        assertThat(memoryMib(initrd(10), Optional.empty())).isEqualTo(512);
        assertThat(said).isEmpty();
    }

    @Test
    void aLargeSystemGetsWhatItNeeds() throws IOException {
        assertThat(memoryMib(initrd(300), Optional.empty())).isEqualTo(832);
        assertThat(said)
                .containsExactly(new Progress.Note(
                        Progress.Level.INFO, "the machine gets 832 MiB of memory, because its initrd is large"));
    }

    @Test
    void enoughIsEnough() throws IOException {
        assertThat(memoryMib(initrd(10), Optional.of(new ByteSize(96 * VmSpec.MIB))))
                .isEqualTo(96);
    }

    @Test
    void whatMayBeEnoughIsTried() throws IOException {
        assertThat(memoryMib(initrd(300), Optional.of(new ByteSize(620 * VmSpec.MIB))))
                .isEqualTo(620);
    }

    @Test
    void tooLittleIsRefusedWithTheRightNumber() throws IOException {
        Path initrd = initrd(300);

        assertThatThrownBy(() -> memoryMib(initrd, Optional.of(new ByteSize(512 * VmSpec.MIB))))
                .isInstanceOf(NotEnoughMemoryException.class)
                .hasMessage("512 MiB of memory are too little for this image, whose kernel and initrd need at least "
                        + "659 MiB");
    }

    @Test
    void whatCannotBeReadIsLeftToTheKernel() throws IOException {
        Path damaged = Files.write(folder.resolve("initrd.img"), new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 1});

        assertThat(memoryMib(damaged, Optional.empty())).isEqualTo(512);
    }
}
