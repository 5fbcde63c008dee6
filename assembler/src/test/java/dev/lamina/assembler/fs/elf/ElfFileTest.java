package dev.lamina.assembler.fs.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.testing.TinyElf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ElfFileTest {

    @Test
    void aProgramNamesItsLoaderAndLibraries() throws IOException {
        assertThat(read(TinyElf.program("/lib64/ld-linux-x86-64.so.2", "libb.so.1", "liba.so.2")))
                .isEqualTo(new ElfFile(Optional.of("/lib64/ld-linux-x86-64.so.2"), List.of("libb.so.1", "liba.so.2")));
    }

    @Test
    void aLibraryNeedsLibrariesToo() throws IOException {
        assertThat(read(TinyElf.library("liba.so.2", "libc.so.6")))
                .isEqualTo(new ElfFile(Optional.empty(), List.of("libc.so.6")));
    }

    @Test
    void aSelfContainedProgramNeedsNothing() throws IOException {
        assertThat(read(TinyElf.selfContained())).isEqualTo(new ElfFile(Optional.empty(), List.of()));
    }

    @Test
    void theBytesOfASectionAreFoundByName() throws IOException {
        ByteSource module = ByteSource.of(TinyElf.module("name=a", "depends=b"));

        assertThat(ElfFile.section(module, ".modinfo"))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("name=a\0depends=b\0"));
        assertThat(ElfFile.section(module, ".text")).isEmpty();
    }

    @Test
    void aScriptIsNoElfFile() throws IOException {
        ByteSource script = ByteSource.of(("#!/bin/sh\n" + "#".repeat(100)).getBytes(StandardCharsets.UTF_8));

        assertThat(ElfFile.isElf(script)).isFalse();
        assertThatThrownBy(() -> ElfFile.read(script))
                .isInstanceOf(BadElfException.class)
                .hasMessage("is not an ELF file");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Cut off or with changed bytes, it is a value or one kind of error.
    @ParameterizedTest
    @MethodSource("seeds")
    void damagedFilesNeverCrashTheReader(long seed) throws IOException {
        Random random = new Random(seed);
        for (byte[] whole : List.of(
                TinyElf.program("/lib/ld.so", "liba.so"),
                TinyElf.library("liba.so", "libb.so"),
                TinyElf.module("a=b"))) {
            byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole;
            for (int i = random.nextInt(8); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? -1 : random.nextInt());
            }
            try {
                read(damaged);
                ElfFile.section(ByteSource.of(damaged), ".modinfo");
            } catch (BadElfException e) {
                assertThat(e).hasMessageMatching("(is|has) .*");
            }
        }
    }

    private static ElfFile read(byte[] bytes) throws IOException {
        return ElfFile.read(ByteSource.of(bytes));
    }
}
