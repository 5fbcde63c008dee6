package dev.lamina.assembler.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.testing.TinyElf;
import dev.lamina.model.check.ImageFiles.Program;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgramHeadTest {
    private static Program read(String text) {
        return ProgramHead.read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"#!/bin/sh|/bin/sh", "#! /usr/bin/env python3|/usr/bin/env", "#!\t/bin/sh\t-e|/bin/sh"})
    void aScriptNamesItsInterpreterInTheFirstLine(String line, String interpreter) {
        assertThat(read(line + "\necho hello\n")).isEqualTo(new Program.Script(interpreter));
    }

    @Test
    void otherBytesAreNoProgram() {
        assertThat(read("")).isEqualTo(new Program.Unknown());
        assertThat(read("#")).isEqualTo(new Program.Unknown());
        assertThat(read("#!\n/bin/sh")).isEqualTo(new Program.Unknown());
        assertThat(read("echo hello")).isEqualTo(new Program.Unknown());
        assertThat(read("\u007fELF")).isEqualTo(new Program.Unknown());
    }

    @Test
    void machinesOfBothByteOrdersAreTold() {
        byte[] bytes = new byte[64];
        System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F', 2, 2, 1}, 0, bytes, 0, 7);
        bytes[19] = 22;
        assertThat(ProgramHead.read(bytes)).isEqualTo(new Program.Elf(22, ""));
        bytes[4] = 1;
        bytes[5] = 1;
        bytes[18] = 40;
        bytes[19] = 0;
        assertThat(ProgramHead.read(bytes)).isEqualTo(new Program.Elf(40, ""));
    }

    @Test
    void theBeginningIsEnoughForTheLoader() {
        byte[] elf = TinyElf.program("/lib/ld-musl-x86_64.so.1", "libc.so");

        assertThat(ProgramHead.read(elf)).isEqualTo(new Program.Elf(62, "/lib/ld-musl-x86_64.so.1"));
        for (int length = 64; length < elf.length; length++) {
            assertThat(ProgramHead.read(Arrays.copyOf(elf, length)))
                    .isIn(new Program.Elf(62, "/lib/ld-musl-x86_64.so.1"), new Program.Elf(62, ""));
        }
    }
}
